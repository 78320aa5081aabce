package app.larder.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;

/** This program's own migration scripts for a server, as text. */
final class Scripts {

    /** Where the side tables begin in the first script; before it stand the five tables. */
    private static final String SIDE_TABLES = "-- What the five tables have no column for";

    private Scripts() {}

    /** The scripts that make tables, in order. */
    static List<String> tables(MigrationInfo[] all) {
        return read(all, true);
    }

    /** The scripts that make functions, triggers and rules, in order. */
    static List<String> rules(MigrationInfo[] all) {
        return read(all, false);
    }

    /** The part of the first script that stands beside the five tables. */
    static String sideTables() {
        String first = text("V1__kitchen.sql");
        return first.substring(first.indexOf(SIDE_TABLES));
    }

    private static List<String> read(MigrationInfo[] all, boolean versioned) {
        return Arrays.stream(all)
                .filter(one -> one.isVersioned() == versioned)
                .map(MigrationInfo::getScript)
                .filter(name -> name.endsWith(".sql"))
                .distinct()
                .map(Scripts::text)
                .toList();
    }

    private static String text(String name) {
        for (String folder : List.of("common", "postgresql")) {
            try (InputStream in = Scripts.class.getResourceAsStream("/db/migration/" + folder + "/" + name)) {
                if (in != null) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("${bytewise}", Vendor.POSTGRESQL.bytewise())
                            .replace("${row_security}", "keep")
                            .replace("${run}", "");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("The script " + name + " is missing from the program.");
    }
}
