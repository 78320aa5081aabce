package app.larder.store;

import app.larder.account.ServerProblemException;
import app.larder.words.FileFailure;
import app.larder.words.Sentence;
import java.io.IOException;
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
                return failed("store.disk-full", failure);
            }
            if (t instanceof SQLException sql) {
                String key = key(sql);
                if (key != null) {
                    return failed(key, failure);
                }
            }
        }
        return failure instanceof HibernateException || failure.getCause() instanceof SQLException
                ? failed("store.other", failure)
                : failure;
    }

    private static @Nullable String key(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.equals("23505")) {
            return "store.same-id";
        }
        if (state.startsWith("23")) {
            return "store.value";
        }
        if (sql.getErrorCode() == ErrorCode.DATABASE_IS_READ_ONLY) {
            return "store.read-only";
        }
        if (sql.getErrorCode() == ErrorCode.FILE_CORRUPTED_1) {
            return "store.damaged";
        }
        if (state.startsWith("28")) {
            return "store.refused";
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "store.cut-off";
        }
        return null;
    }

    private static FileFailure failed(String key, RuntimeException cause) {
        return new FileFailure(Sentence.of(key), new IOException(cause));
    }
}
