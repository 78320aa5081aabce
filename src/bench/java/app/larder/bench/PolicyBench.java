package app.larder.bench;

import app.larder.account.PasswordScheme.Argon2id;
import app.larder.account.ServerAddress;
import app.larder.account.ServerSetUp.Invitation;
import app.larder.account.SignIn;
import app.larder.account.User;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import app.larder.store.Database;
import app.larder.store.DatabaseUrl;
import app.larder.store.RemoteAccounts;
import app.larder.store.RemoteSetUp;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What row-level security costs: the same repository, login, transactions, token and statements with it and without it,
 * on the same rows in the same run, in turns. Only the tables' switch differs. Prints medians of the clock.
 *
 * <p>{@code ./mvnw -Pbench -DskipTests verify -Dlarder.bench.main=app.larder.bench.PolicyBench
 * -Dlarder.bench.sizes=100000}
 */
public final class PolicyBench {

    private static final int TURNS = 6;
    private static final int SAVES_A_TURN = 40;
    private static final String SWITCH = "do $$ declare t regclass; begin for t in select c.oid from pg_class c"
            + " join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('public', 'larder')"
            + " and c.relname <> 'flyway_schema_history' loop execute format('alter table %s %s row level security', t,"
            + " 'SWITCHED'); end loop; end $$";

    private final Map<String, Samples> with = new LinkedHashMap<>();
    private final Map<String, Samples> without = new LinkedHashMap<>();

    private PolicyBench() {}

    /** One size, {@code -Dlarder.bench.sizes}. */
    public static void main(String[] arguments) throws IOException, SQLException {
        String sizes = System.getProperty("larder.bench.sizes", "100000");
        int size = Integer.parseInt(sizes.substring(sizes.lastIndexOf(',') + 1));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            new PolicyBench().run(server, size, out);
        }
    }

    private void run(EmbeddedPostgres server, int size, PrintStream out) throws SQLException {
        ServerAddress owner = new ServerAddress(
                "postgresql://postgres:postgres@localhost:" + server.getPort() + "/postgres", null);
        RemoteSetUp setUp = new RemoteSetUp();
        setUp.migrate(owner);
        Invitation invitation = setUp.invite(owner, "bench");
        DatabaseUrl computer = DatabaseUrl.parse(invitation.address());
        SignIn signIn;
        try (RemoteAccounts accounts = RemoteAccounts.open(computer)) {
            signIn = accounts.signUp(
                    invitation.code(), "bench", new Argon2id(new byte[16], 19_456, 2, 1), new byte[32]);
        }
        RecipeCorpus corpus = new RecipeCorpus(20_260_101);
        try (Database database = Database.remote(computer, id -> signIn.token());
                Connection switching = server.getPostgresDatabase().getConnection();
                Statement statement = switching.createStatement()) {
            RecipeRepository recipes = database.openFor(
                            new User(signIn.userId(), "bench", signIn.expires(), signIn.expires()))
                    .recipes();
            corpus.each(size, recipes::add);
            statement.execute("vacuum analyze");
            out.printf("%,d recipes loaded%n", size);
            Questions questions = new Questions(corpus, size, 20_260_102);
            int number = size;
            for (int turn = -1; turn < TURNS; turn++) {
                for (boolean on : new boolean[] {true, false}) {
                    statement.execute(SWITCH.replace("SWITCHED", on ? "enable" : "disable"));
                    Map<String, Samples> samples = turn < 0 ? new LinkedHashMap<>() : on ? with : without;
                    ask(recipes, questions, turn, samples);
                    number = openAndSave(recipes, corpus, number, samples);
                }
            }
        }
        report(out);
    }

    private static void ask(RecipeRepository recipes, Questions questions, int turn, Map<String, Samples> samples) {
        for (Map.Entry<String, List<RecipeQuery>> kind : questions.byName().entrySet()) {
            if (!kind.getKey().equals("open the list") && !kind.getKey().endsWith("ingredient")
                    && !kind.getKey().endsWith("ingredients")) {
                continue;
            }
            // The same questions in both arms of a turn, others in the next.
            List<RecipeQuery> queries = kind.getValue();
            int from = (turn + 1) * 40 % queries.size();
            for (RecipeQuery query : queries.subList(from, Math.min(queries.size(), from + 40))) {
                time(samples, kind.getKey() + ": first 50", () -> recipes.ids(query, 0, 50));
                time(samples, kind.getKey() + ": count", () -> recipes.count(query));
            }
        }
    }

    private static int openAndSave(
            RecipeRepository recipes, RecipeCorpus corpus, int number, Map<String, Samples> samples) {
        int next = number;
        for (int i = 0; i < SAVES_A_TURN; i++) {
            Recipe recipe = corpus.recipe(next++);
            time(samples, "save one recipe", () -> recipes.add(List.of(recipe)));
            UUID id = recipe.id();
            time(samples, "open one recipe", () -> recipes.find(id));
        }
        return next;
    }

    private static void time(Map<String, Samples> samples, String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        samples.computeIfAbsent(what, key -> new Samples()).add(System.nanoTime() - start);
    }

    private void report(PrintStream out) {
        out.printf("%-28s %10s %10s %8s %9s%n", "median, ms", "with", "without", "times", "more, ms");
        with.forEach((what, samples) -> {
            double on = samples.p50();
            Samples other = without.getOrDefault(what, new Samples());
            double off = other.p50();
            out.printf("%-28s %10.2f %10.2f %8.2f %9.2f%n", what, on, off, on / off, on - off);
        });
    }
}
