package app.larder.store;

import app.larder.account.ServerProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.hibernate.HibernateException;
import org.jspecify.annotations.Nullable;

/** What went wrong while reading or writing, in a sentence for people. */
final class StoreFailures {

    private StoreFailures() {}

    /** The failure to throw on: what the database said becomes a sentence, anything else stays itself. */
    static RuntimeException of(RuntimeException failure) {
        for (Throwable t : OpenFailures.causes(failure)) {
            if (t instanceof ServerProblemException known) {
                return known;
            }
            if (OpenFailures.isDiskFull(t)) {
                return failed("No room is left on the disk: the last change was not saved.", failure);
            }
            if (t instanceof SQLException sql) {
                String sentence = sentence(sql);
                if (sentence != null) {
                    return failed(sentence, failure);
                }
            }
        }
        return failure instanceof HibernateException || failure.getCause() instanceof SQLException
                ? failed("The larder could not be read or written.", failure)
                : failure;
    }

    private static @Nullable String sentence(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.equals("23505")) {
            return "Something with the same id is already in the larder: nothing was added.";
        }
        if (state.startsWith("23")) {
            return "The larder refused a value it can't keep: nothing was changed.";
        }
        if (sql.getErrorCode() == ErrorCode.DATABASE_IS_READ_ONLY) {
            return "Larder may not write to its file: the last change was not saved.";
        }
        if (sql.getErrorCode() == ErrorCode.FILE_CORRUPTED_1) {
            return "The larder's file is damaged: put a backup in its place.";
        }
        if (state.startsWith("28")) {
            return "The database lets this computer in no more: connect again in Settings.";
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "The connection to the database broke off.";
        }
        return null;
    }

    private static UncheckedIOException failed(String sentence, RuntimeException cause) {
        return new UncheckedIOException(sentence, new IOException(sentence, cause));
    }
}
