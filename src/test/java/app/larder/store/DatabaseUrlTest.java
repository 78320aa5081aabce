package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void anAddressIsReadWhole() {
        DatabaseUrl url = DatabaseUrl.parse(
                "postgresql://cook:p%40ss%2Fw%3Ard%23%25@db.example.org:6000/family%20food?sslmode=verify-full"
                        + "&options=-c%20statement_timeout%3D5s&connect_timeout=3&application_name=tests");

        assertEquals("db.example.org", url.host());
        assertEquals(6000, url.port());
        assertEquals("family food", url.database());
        assertEquals("cook", property(url, "user"));
        assertEquals("p@ss/w:rd#%", property(url, "password"));
        assertEquals("verify-full", property(url, "sslmode"));
        assertEquals("-c statement_timeout=5s", property(url, "options"));
        assertEquals("3", property(url, "connectTimeout"));
        assertEquals("tests", property(url, "ApplicationName"));
        assertEquals("jdbc:postgresql://db.example.org:6000/family%20food", url.jdbcUrl());
        assertEquals(List.of(), url.warnings());
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://u:raw@pass@localhost/db, raw@pass",
        "postgresql://u:pa?ss#w/x@localhost/db, pa?ss#w/x",
        "postgresql://u:a+b@localhost/db, a+b",
        "postgresql://u:a%2Bb@localhost/db, a+b",
        "postgresql://u:100%@localhost/db, 100%",
        "postgresql://u:5%zz%4@localhost/db, 5%zz%4",
        "postgresql://u:p%C3%A4ä@localhost/db, pää",
        "postgresql://u:a:b@localhost/db, a:b",
        "postgresql://u@localhost/db?password=s%26t, s&t",
    })
    void passwordsAreUnderstoodRawAndEncoded(String address, String password) {
        assertEquals(password, property(DatabaseUrl.parse(address), "password"));
        assertEquals("u", property(DatabaseUrl.parse(address), "user"));
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://u:p@localhost, localhost, 5432, postgres",
        "postgres://u:p@localhost:/, localhost, 5432, postgres",
        "\"postgresql://u:p@localhost:5433/db\", localhost, 5433, db",
        "'  postgresql://u:p@localhost:5433/db ', localhost, 5433, db",
        "jdbc:postgresql://u:p@localhost/db, localhost, 5432, db",
        "POSTGRESQL://u:p@localhost/db, localhost, 5432, db",
        "postgresql://u:p@[2a05:d014::1]:5433/db, 2a05:d014::1, 5433, db",
        "postgresql://u:p@[::1]/db, ::1, 5432, db",
        "postgresql://localhost/db, localhost, 5432, db",
        "postgresql:///db?host=localhost&port=5444, localhost, 5444, db",
        "postgresql://u:p@localhost/db#fragment, localhost, 5432, db",
    })
    void whatIsLeftOutHasItsUsualValue(String address, String host, int port, String database) {
        DatabaseUrl url = DatabaseUrl.parse(address);

        assertEquals(host, url.host());
        assertEquals(port, url.port());
        assertEquals(database, url.database());
    }

    @Test
    void anIpv6AddressKeepsItsBracketsInTheJdbcUrl() {
        assertEquals(
                "jdbc:postgresql://[2a05:d014::1]:5433/db",
                DatabaseUrl.parse("postgresql://u:p@[2a05:d014::1]:5433/db").jdbcUrl());
    }

    @Test
    void nothingSecretIsInTheJdbcUrlOrThePrintedForm() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://somebody:hunter2@db.example.org/db?password=hunter3");

        for (String text : List.of(url.toString(), url.jdbcUrl(), url.warnings().toString())) {
            assertFalse(text.contains("hunter") || text.contains("somebody"), text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, , prefer, true",
        "127.0.0.1, , prefer, true",
        "[::1], disable, disable, true",
        "localhost, verify-full, verify-full, true",
        "db.example.org, , verify-full, true",
        "db.example.org, verify-full, verify-full, true",
        "db.example.org, require, require, false",
        "db.example.org, verify-ca, verify-ca, false",
        "db.example.org, prefer, require, false",
        "db.example.org, disable, require, false",
        "db.example.org, ALLOW, require, false",
        "192.168.1.5, disable, require, false",
    })
    void encryptionIsNeverWeakerThanAskedAndNeverOffOutsideThisComputer(
            String host, @Nullable String asked, String used, boolean quiet) {
        DatabaseUrl url = DatabaseUrl.parse(
                "postgresql://u:p@" + host + "/db" + (asked == null ? "" : "?sslmode=" + asked));

        assertEquals(used, property(url, "sslmode"));
        assertEquals(quiet, url.warnings().isEmpty(), url.warnings().toString());
        assertEquals(used.equals("verify-full"), url.verified());
    }

    @Test
    void aServerWithAPublicCertificateIsCheckedAgainstTheOnesJavaTrusts() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://u:p@db.example.org/db");

        assertEquals("org.postgresql.ssl.DefaultJavaSSLFactory", property(url, "sslfactory"));
        assertNull(property(DatabaseUrl.parse("postgresql://u:p@db.example.org/db?sslrootcert=/tmp/r.crt"), "sslfactory"));
    }

    @Test
    void aSupabaseServerWantsItsOwnRootCertificate() {
        String direct = "postgresql://postgres:p@db.abcdefghijklmnop.supabase.co:5432/postgres";

        assertTrue(DatabaseUrl.parse(direct).warnings().getFirst().sentence().contains("sslrootcert"));
        DatabaseUrl named = DatabaseUrl.parse(direct + "?sslrootcert=%2Fetc%2Fprod-ca-2021.crt");
        assertEquals("/etc/prod-ca-2021.crt", property(named, "sslrootcert"));
        assertEquals(List.of(), named.warnings());
    }

    @Test
    void aTransactionPoolerGetsNoPreparedStatements() {
        DatabaseUrl pooled = DatabaseUrl.parse(
                "postgres://larder.abcd:pw@aws-0-eu-central-1.pooler.supabase.com:6543/postgres?connection_limit=1");

        assertTrue(pooled.transactionPooler());
        assertEquals("0", property(pooled, "prepareThreshold"));
        assertEquals("larder.abcd", property(pooled, "user"));
        assertEquals(5432, pooled.forMigration().port());
        assertNull(property(pooled.forMigration(), "prepareThreshold"));
        assertEquals("pw", property(pooled.forMigration(), "password"));

        DatabaseUrl other = DatabaseUrl.parse("postgres://u:pw@pool.example.org:5432/db?pgbouncer=true");
        assertEquals("0", property(other, "prepareThreshold"));
        assertThrows(IllegalArgumentException.class, other::forMigration);

        DatabaseUrl session = DatabaseUrl.parse(
                "postgres://larder.abcd:pw@aws-0-eu-central-1.pooler.supabase.com:5432/postgres");
        assertFalse(session.transactionPooler());
        assertNull(property(session, "prepareThreshold"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "mysql://u:p@h/db | A database address starts with postgresql://",
        "'' | A database address starts with postgresql://",
        "postgresql://u:[YOUR-PASSWORD]@h/db | placeholder where the password",
        "postgresql://u:YOUR_PASSWORD@h/db | placeholder where the password",
        "postgresql://u:<password>@h/db | placeholder where the password",
        "postgresql://postgres.[project-ref]:p@aws-0-eu.pooler.supabase.com/db | placeholder where the user",
        "postgresql://u:p@db.[PROJECT-REF].supabase.co/db | placeholder where the server",
        "postgresql://postgres:x@aws-0-eu.pooler.supabase.com:5432/postgres | a dot and the project's",
        "postgresql://u:p@h:70000/db | The port",
        "postgresql://u:p@h:abc/db | The port",
        "postgresql://u:p@a,b/db | several servers",
        "postgresql://u:p@/db | names no server",
        "postgresql://u:p@2a05:d014::1:5432/db | in brackets",
        "postgresql://u:p@[::1/db | in brackets",
        "postgresql://u:p@%2Fvar%2Frun/db | a socket file",
        "postgresql://u:p@h/db?sslmode=maybe | sslmode",
        "postgresql://u:p@h/db?connect_timeout=soon | connect_timeout",
        "postgresql://u:p%00w@h/db | zero character",
        "postgresql://u:p%ffw@h/db | not UTF-8",
    })
    void whatCantBeUsedIsSaidInASentence(@Nullable String address, String part) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> DatabaseUrl.parse(address == null ? "" : address));

        String sentence = String.valueOf(refused.getMessage());
        assertTrue(sentence.contains(part), sentence);
        assertTrue(sentence.endsWith("."), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[secret]", "your", "passw0rd", "[x", "a]b", "<3cooking"})
    void aRealPasswordIsNotTakenForAPlaceholder(String password) {
        if (password.equals("[secret]")) {
            assertThrows(
                    IllegalArgumentException.class, () -> DatabaseUrl.parse("postgresql://u:" + password + "@localhost"));
        } else {
            assertEquals(password, property(DatabaseUrl.parse("postgresql://u:" + password + "@localhost"), "password"));
        }
    }

    @Test
    void parametersNobodyHereKnowsAreLeftOutAndNamed() {
        DatabaseUrl url =
                DatabaseUrl.parse("postgresql://u:p@localhost/db?pool_timeout=3&loglevel=2&target_session_attrs=any");

        assertNull(property(url, "loglevel"));
        assertEquals(1, url.warnings().size());
        assertTrue(url.warnings().getFirst().sentence().contains("loglevel"));
    }

    private static @Nullable String property(DatabaseUrl url, String key) {
        return url.properties().getProperty(key);
    }
}
