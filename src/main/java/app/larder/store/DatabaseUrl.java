package app.larder.store;

import app.larder.account.ServerAddress;
import app.larder.account.ServerProblem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A Postgres address as people paste it: {@code postgresql://user:password@host:5432/database?sslmode=verify-full}.
 *
 * <p>The form is libpq's connection URI (PostgreSQL manual, chapter "Connection URIs"), read as forgivingly as is safe.
 * User and password travel as connection properties only: neither is ever part of a JDBC URL, of {@link #toString()} or
 * of a message.
 */
public final class DatabaseUrl {

    private static final int SESSION_PORT = 5432;
    private static final int TRANSACTION_PORT = 6543;

    private final String host;
    private final int port;
    private final String database;
    private final @Nullable String user;
    private final @Nullable String password;
    private final boolean transactionPooler;
    private final Map<String, String> settings;
    private final List<ServerProblem> warnings;

    DatabaseUrl(Server server, Credentials credentials, Map<String, String> settings, List<ServerProblem> warnings) {
        this.host = server.host();
        this.port = server.port();
        this.database = server.database();
        this.transactionPooler = server.transactionPooler();
        this.user = credentials.user();
        this.password = credentials.password();
        this.settings = Map.copyOf(settings);
        this.warnings = List.copyOf(warnings);
    }

    /** Where the server is; an IPv6 address without its brackets. */
    record Server(String host, int port, String database, boolean transactionPooler) {}

    /** Who connects. */
    record Credentials(@Nullable String user, @Nullable String password) {

        @Override
        public String toString() {
            return "Credentials[hidden]";
        }
    }

    /**
     * Reads an address: quotes around it and a leading {@code jdbc:} are dropped, the last {@code @} divides (so raw
     * {@code @ / ? #} in a password are understood), {@code +} stays a plus as RFC 3986 has it, the port is 5432 and the
     * database {@code postgres} unless named. TLS is never weaker than asked; anything but this computer itself is
     * connected with {@code verify-full} unless the address asks for less, and never without encryption.
     *
     * @throws IllegalArgumentException if it can't be used, with a sentence that says what to change and does not
     *     repeat the address
     */
    public static DatabaseUrl parse(String address) {
        return new DatabaseUrlParser(address, null).parse();
    }

    /** As {@link #parse(String)}, with the root certificate the person chose. */
    public static DatabaseUrl parse(ServerAddress address) {
        return new DatabaseUrlParser(address.url(), address.rootCertificate()).parse();
    }

    /** The server's name or address, an IPv6 address without brackets. */
    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public String database() {
        return database;
    }

    /** Whether a pooler hands the connection to another client after each transaction, so nothing may be kept in it. */
    public boolean transactionPooler() {
        return transactionPooler;
    }

    /** What the person should know before connecting; empty if nothing. */
    public List<ServerProblem> warnings() {
        return warnings;
    }

    /** Whether the server's certificate is checked against its name, so that nobody in between can pose as it. */
    public boolean verified() {
        return "verify-full".equals(settings.get("sslmode"));
    }

    /** Whether the server is this computer itself. */
    public boolean loopback() {
        return isLoopback(host);
    }

    static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("::1")
                || host.equals("0:0:0:0:0:0:0:1")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    /**
     * The same server without a transaction pooler before it, as migrations need it: on a Supabase pooler port 6543 is
     * swapped for 5432.
     *
     * @throws IllegalArgumentException if the pooler is not one whose other port is known
     */
    public DatabaseUrl forMigration() {
        if (!transactionPooler) {
            return this;
        }
        if (port == TRANSACTION_PORT && (host.endsWith(".supabase.com") || host.endsWith(".supabase.co"))) {
            Map<String, String> direct = new java.util.LinkedHashMap<>(settings);
            direct.remove("prepareThreshold");
            return new DatabaseUrl(
                    new Server(host, SESSION_PORT, database, false), new Credentials(user, password), direct, warnings);
        }
        throw new UnusableAddressException(ServerProblem.of(ServerProblem.Kind.TRANSACTION_POOLER));
    }

    /**
     * The address with which somebody else connects to the same database; it holds their password.
     *
     * @param login a role's name; where a pooler wants the project's reference after it, that is added
     */
    String addressFor(String login, String secret) {
        String own = user();
        String name = host.endsWith(".pooler.supabase.com") && own.indexOf('.') > 0
                ? login + own.substring(own.indexOf('.'))
                : login;
        StringBuilder address = new StringBuilder(jdbcUrl().substring("jdbc:".length()));
        address.insert("postgresql://".length(), encoded(name) + ":" + encoded(secret) + "@");
        List<String> parameters = new ArrayList<>();
        String mode = String.valueOf(settings.get("sslmode"));
        if (!mode.equals(loopback() ? "prefer" : "verify-full")) {
            parameters.add("sslmode=" + mode);
        }
        if (transactionPooler && port != TRANSACTION_PORT) {
            parameters.add("pgbouncer=true");
        }
        String options = settings.get("options");
        if (options != null) {
            parameters.add("options=" + encoded(options));
        }
        return parameters.isEmpty() ? address.toString() : address + "?" + String.join("&", parameters);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The same address with another password. */
    DatabaseUrl withPassword(String other) {
        return new DatabaseUrl(
                new Server(host, port, database, transactionPooler), new Credentials(user, other), settings, warnings);
    }

    /** The user name the address signs in with; empty if it names none. */
    String user() {
        return user == null ? "" : user;
    }

    /** The seconds a server may take to answer. */
    int patience() {
        return Integer.parseInt(settings.getOrDefault("connectTimeout", "10"));
    }

    /** The value of one of pgjdbc's connection properties; null if it is not set. */
    @Nullable String setting(String name) {
        return settings.get(name);
    }

    /** The JDBC URL: host, port and database, nothing secret. */
    String jdbcUrl() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return "jdbc:postgresql://" + name + ":" + port + "/"
                + encoded(database);
    }

    /** The connection properties of pgjdbc, user and password among them. */
    Properties properties() {
        Properties properties = new Properties();
        properties.putAll(settings);
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return properties;
    }

    /** Server and database; never who connects. */
    @Override
    public String toString() {
        return jdbcUrl().substring("jdbc:".length());
    }
}
