package app.larder.store;

import java.sql.SQLException;

/** What can be said of a database's failure without its message, which may hold a row. */
public final class FailureCodes {

    private FailureCodes() {}

    /** SQL state and number of a failure, like {@code 23505/23505}; empty if it has none. */
    public static String of(Throwable failure) {
        return failure instanceof SQLException sql ? sql.getSQLState() + "/" + sql.getErrorCode() : "";
    }
}
