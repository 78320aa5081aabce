package app.larder.store;

/** What a person's rows in a local file have beside them, and rows on a server don't. */
record LocalSide(SyncReplica replica, LocalBackup backup, TextKeeper text) {

    /** Lets a backup under way go, and makes the search index durable. */
    void close() {
        backup.stop();
        text.close();
    }
}
