package app.larder.store;

import app.larder.account.ServerProblem;
import app.larder.account.ServerProblemException;
import app.larder.account.ServerSetUp.RowSecurity;
import app.larder.words.Sentence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Carries an {@link AdoptionPlan} out: in the one transaction of Flyway's migration, before the first script, the five
 * tables are converted and Larder's own made beside them.
 */
final class Adopting implements Callback {

    private final AdoptionPlan plan;
    private final RowSecurity rows;

    Adopting(AdoptionPlan plan, RowSecurity rows) {
        this.plan = plan;
        this.rows = rows;
    }

    /**
     * Converts, makes, and secures if asked.
     *
     * @throws ServerProblemException if something is in the way
     */
    void run(DatabaseUrl owner) {
        List<Sentence> refused = plan.report().refused();
        if (!refused.isEmpty()) {
            throw new ServerProblemException(
                    ServerProblem.of(ServerProblem.Kind.OTHER_TABLES, joined(refused)));
        }
        List<Sentence> round = plan.report().round();
        if (rows.on() && !round.isEmpty()) {
            throw new ServerProblemException(ServerProblem.of(ServerProblem.Kind.OTHER, joined(round)));
        }
        // Without a second yes nothing changes: rows that are kept apart stay so.
        String security = rows.on() ? "on" : plan.report().secured() ? "keep" : "off";
        Migrations.own().adopt(RemotePool.forMigration(owner), security, this);
    }

    private static String joined(List<Sentence> sentences) {
        return sentences.stream().map(Sentence::english).collect(Collectors.joining(" "));
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            prepare(context.getConnection());
        } catch (SQLException e) {
            throw new FlywayException("The tables can't be taken over.", e);
        }
    }

    private void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!new Catalog(connection).isSetUp()) {
                for (String change : plan.changes()) {
                    statement.execute(change);
                }
                statement.execute(Scripts.sideTables());
            }
            if (rows.on()) {
                for (String program : rows.programs()) {
                    letSeeAll(connection, statement, program);
                }
            }
        }
    }

    /** A rule for a program that reads and writes everybody's rows; it goes on with whatever rights it has. */
    private static void letSeeAll(Connection connection, Statement statement, String program) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            known.setString(1, program);
            try (ResultSet row = known.executeQuery()) {
                if (!row.next()) {
                    throw new ServerProblemException(
                            ServerProblem.of(ServerProblem.Kind.OTHER, "There is no role " + program + "."));
                }
            }
        }
        String role = statement.enquoteIdentifier(program, true);
        for (String table : FiveTables.NAMES) {
            String policy = statement.enquoteIdentifier("larder_program_" + program, true);
            statement.execute("drop policy if exists " + policy + " on public." + table);
            statement.execute("create policy " + policy + " on public." + table + " to " + role
                    + " using (true) with check (true)");
            // What it may do as a member of everybody it keeps when everybody may do nothing any more.
            for (String right : List.of("select", "insert", "update", "delete")) {
                statement.execute("do $$ begin if has_table_privilege('" + program.replace("'", "''") + "', 'public."
                        + table + "', '" + right + "') then grant " + right + " on public." + table + " to " + role
                        + "; end if; end $$");
            }
        }
    }

    @Override
    public String getCallbackName() {
        return "adoption";
    }
}
