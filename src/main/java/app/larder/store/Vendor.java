package app.larder.store;

/** The two kinds of database, and what differs between them. */
enum Vendor {
    /** The file on this computer: Larder is its only writer and keeps the search tables itself. */
    H2("h2", "", "H2", 2, 5),
    /** The family's server: triggers keep the search tables, for every program that writes. */
    POSTGRESQL("postgresql", " collate \"C\"", "PostgreSQL", 16, 0);

    private final String folder;
    private final String bytewise;
    private final String product;
    private final int major;
    private final int minor;

    Vendor(String folder, String bytewise, String product, int major, int minor) {
        this.folder = folder;
        this.bytewise = bytewise;
        this.product = product;
        this.major = major;
        this.minor = minor;
    }

    /** The folder of its own migrations. */
    String folder() {
        return folder;
    }

    /** What makes a text column compare byte by byte; H2 does so anyway. */
    String bytewise() {
        return bytewise;
    }

    /** The name the server gives itself, as Hibernate knows it. */
    String product() {
        return product;
    }

    /** The oldest version Larder is made for. */
    int major() {
        return major;
    }

    int minor() {
        return minor;
    }
}
