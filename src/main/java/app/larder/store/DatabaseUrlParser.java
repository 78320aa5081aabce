package app.larder.store;

import app.larder.account.ServerProblem;
import app.larder.account.ServerProblem.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one address; see {@link DatabaseUrl#parse}. */
final class DatabaseUrlParser {

    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    /** Parameters of libpq and other programs' drivers that change nothing about reaching or trusting the server. */
    private static final Set<String> HARMLESS = Set.of(
            "pgbouncer", "connection_limit", "pool_timeout", "statement_cache_size", "schema", "supa", "workaround",
            "target_session_attrs", "gssencmode", "sslcompression", "keepalives", "keepalives_idle",
            "client_encoding", "fallback_application_name", "preparethreshold");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?i)\\[?(your|my|the|db|database)[-_ ](.*[-_ ])?(password|pass|pw|project|ref|host|user)\\]?"
                    + "|\\[[a-z][a-z _-]*\\]|<[a-z][a-z _-]*>|\\{[a-z][a-z _-]*\\}|\\*{3,}");

    private final String address;
    private final @Nullable Path rootCertificate;
    private final List<ServerProblem> warnings = new ArrayList<>();
    private final Map<String, String> asked = new LinkedHashMap<>();

    DatabaseUrlParser(String address, @Nullable Path rootCertificate) {
        this.address = address;
        this.rootCertificate = rootCertificate;
    }

    private static UnusableAddressException refused(Kind kind, String... facts) {
        return new UnusableAddressException(ServerProblem.of(kind, facts));
    }

    DatabaseUrl parse() {
        String rest = withoutScheme(withoutQuotes(address.strip()));
        int at = rest.lastIndexOf('@');
        String place = rest.substring(at + 1);
        int fragment = place.indexOf('#');
        place = fragment < 0 ? place : place.substring(0, fragment);
        int question = place.indexOf('?');
        if (question >= 0) {
            readParameters(place.substring(question + 1));
            place = place.substring(0, question);
        }
        DatabaseUrl.Credentials credentials = credentials(at < 0 ? "" : rest.substring(0, at));
        DatabaseUrl.Server server = server(place);
        checkPooledName(server, credentials);
        return new DatabaseUrl(server, credentials, settings(server), warnings);
    }

    private static String withoutQuotes(String text) {
        boolean quoted = text.length() > 1
                && ((text.startsWith("\"") && text.endsWith("\"")) || (text.startsWith("'") && text.endsWith("'")));
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    private static String withoutScheme(String text) {
        String plain = text.regionMatches(true, 0, "jdbc:", 0, 5) ? text.substring(5) : text;
        for (String scheme : List.of("postgresql://", "postgres://")) {
            if (plain.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return plain.substring(scheme.length());
            }
        }
        throw refused(Kind.NO_SCHEME);
    }

    private void readParameters(String query) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String key = decode(equals < 0 ? pair : pair.substring(0, equals));
                asked.put(key.toLowerCase(Locale.ROOT), decode(equals < 0 ? "" : pair.substring(equals + 1)));
            }
        }
    }

    private DatabaseUrl.Credentials credentials(String userInfo) {
        int colon = userInfo.indexOf(':');
        String user = decode(colon < 0 ? userInfo : userInfo.substring(0, colon));
        String password = colon < 0 ? "" : decode(userInfo.substring(colon + 1));
        user = asked.getOrDefault("user", user);
        password = asked.getOrDefault("password", password);
        if (PLACEHOLDER.matcher(password).matches()) {
            throw refused(Kind.PASSWORD_PLACEHOLDER);
        }
        if (PLACEHOLDER.matcher(user).matches() || user.matches(".*[\\[<{].*")) {
            throw refused(Kind.USER_PLACEHOLDER);
        }
        return new DatabaseUrl.Credentials(user.isEmpty() ? null : user, password.isEmpty() ? null : password);
    }

    private DatabaseUrl.Server server(String place) {
        int slash = place.indexOf('/');
        String authority = slash < 0 ? place : place.substring(0, slash);
        String database = slash < 0 ? "" : decode(place.substring(slash + 1));
        String host = authority;
        String port = "";
        if (authority.startsWith("[")) {
            int end = authority.indexOf(']');
            if (end < 0 || (end + 1 < authority.length() && authority.charAt(end + 1) != ':')) {
                throw refused(Kind.IPV6_BRACKETS);
            }
            host = authority.substring(1, end);
            port = end + 1 < authority.length() ? authority.substring(end + 2) : "";
        } else if (authority.indexOf(':') != authority.lastIndexOf(':') && authority.indexOf(',') < 0) {
            throw refused(Kind.IPV6_BRACKETS);
        } else if (authority.indexOf(':') >= 0) {
            host = authority.substring(0, authority.indexOf(':'));
            port = authority.substring(authority.indexOf(':') + 1);
        }
        host = asked.getOrDefault("host", decode(host));
        port = asked.getOrDefault("port", port);
        database = asked.getOrDefault("dbname", database);
        checkHost(host, authority);
        int number = port(port);
        boolean pooled = number == 6543 || "true".equalsIgnoreCase(asked.get("pgbouncer"));
        return new DatabaseUrl.Server(host, number, database.isEmpty() ? "postgres" : database, pooled);
    }

    private static void checkHost(String host, String authority) {
        if (host.indexOf(',') >= 0 || authority.indexOf(',') >= 0) {
            throw refused(Kind.SEVERAL_SERVERS);
        }
        if (host.startsWith("/")) {
            throw refused(Kind.SOCKET_FILE);
        }
        if (host.isEmpty()) {
            throw refused(Kind.NO_HOST);
        }
        if (host.matches(".*[<\\[{].*")) {
            throw refused(Kind.HOST_PLACEHOLDER);
        }
        if (!host.matches("[\\p{L}\\p{N}._:%-]+")) {
            throw refused(Kind.BAD_HOST);
        }
    }

    private static int port(String text) {
        if (text.isEmpty()) {
            return 5432;
        }
        if (text.matches("[0-9]{1,5}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= 65_535) {
                return number;
            }
        }
        throw refused(Kind.BAD_PORT);
    }

    private void checkPooledName(DatabaseUrl.Server server, DatabaseUrl.Credentials credentials) {
        String user = credentials.user();
        boolean named = (user != null && user.matches("[^.]+\\..+"))
                || asked.getOrDefault("options", "").contains("reference=");
        if (server.host().endsWith(".pooler.supabase.com") && !named) {
            throw refused(Kind.POOLED_USER_NAME);
        }
    }

    private Map<String, String> settings(DatabaseUrl.Server server) {
        Map<String, String> settings = new LinkedHashMap<>();
        encryption(server, settings);
        copy("options", "options", settings);
        copy("channel_binding", "channelBinding", settings);
        settings.put("ApplicationName", asked.getOrDefault("application_name", "Larder"));
        settings.put("connectTimeout", seconds("connect_timeout", "10"));
        settings.put("loginTimeout", seconds("connect_timeout", "10"));
        settings.put("socketTimeout", "60");
        settings.put("tcpKeepAlive", "true");
        if (server.transactionPooler()) {
            settings.put("prepareThreshold", "0");
        } else {
            settings.put("reWriteBatchedInserts", "true");
        }
        Set<String> understood = Set.of(
                "user", "password", "host", "port", "dbname", "options", "channel_binding", "application_name",
                "connect_timeout", "sslmode", "ssl", "sslrootcert", "sslcert", "sslkey");
        for (String key : asked.keySet()) {
            if (!understood.contains(key) && !HARMLESS.contains(key)) {
                warnings.add(ServerProblem.of(Kind.UNKNOWN_PARAMETER, printable(key)));
            }
        }
        return settings;
    }

    private void encryption(DatabaseUrl.Server server, Map<String, String> settings) {
        boolean here = DatabaseUrl.isLoopback(server.host());
        String wanted = asked.get("sslmode");
        if (wanted == null) {
            boolean plainSsl = "true".equalsIgnoreCase(asked.get("ssl"));
            wanted = here ? plainSsl ? "require" : "prefer" : "verify-full";
        }
        String mode = wanted.toLowerCase(Locale.ROOT);
        if (!SSL_MODES.contains(mode)) {
            throw refused(Kind.BAD_SSL_MODE, String.join(", ", SSL_MODES));
        }
        if (!here && SSL_MODES.indexOf(mode) < SSL_MODES.indexOf("require")) {
            warnings.add(ServerProblem.of(Kind.ENCRYPTED_ANYWAY));
            mode = "require";
        }
        if (!here && !mode.equals("verify-full")) {
            warnings.add(ServerProblem.of(Kind.NOT_VERIFIED));
        }
        settings.put("sslmode", mode);
        String root = rootCertificate == null ? asked.get("sslrootcert") : rootCertificate.toString();
        boolean supabase = server.host().endsWith(".supabase.com") || server.host().endsWith(".supabase.co");
        if (root != null && !root.equals("system")) {
            settings.put("sslrootcert", root);
        } else if (mode.startsWith("verify-") && (!supabase || root != null)) {
            // The certificates Java itself trusts; pgjdbc would look for a file in the person's home instead.
            settings.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        } else if (mode.startsWith("verify-")) {
            warnings.add(ServerProblem.of(Kind.WANTS_ROOT_CERTIFICATE));
        }
        copy("sslcert", "sslcert", settings);
        copy("sslkey", "sslkey", settings);
    }

    private void copy(String from, String to, Map<String, String> settings) {
        String value = asked.get(from);
        if (value != null) {
            settings.put(to, value);
        }
    }

    private String seconds(String key, String otherwise) {
        String value = asked.get(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,5}")) {
            throw refused(Kind.BAD_SECONDS, key);
        }
        return Integer.parseInt(value) == 0 ? otherwise : value;
    }

    private static String printable(String key) {
        return key.length() > 40 || !key.matches("[\\w.-]+") ? "..." : key;
    }

    /** Percent-decoding by RFC 3986: a plus stays a plus, a percent sign that starts no code stays itself. */
    private static String decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == '%' && i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2))) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 3;
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            }
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            if (decoded.indexOf('\0') < 0) {
                return decoded;
            }
        } catch (CharacterCodingException _) {
            throw refused(Kind.BAD_ENCODING);
        }
        throw refused(Kind.ZERO_CHARACTER);
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }
}
