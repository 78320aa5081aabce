package app.larder.bench;

import app.larder.account.PasswordScheme.Argon2id;
import app.larder.account.ServerAddress;
import app.larder.account.ServerSetUp.Invitation;
import app.larder.store.DatabaseUrl;
import app.larder.store.RemoteAccounts;
import app.larder.store.RemoteExchange;
import app.larder.store.RemoteSetUp;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What exchanging rows costs the family's server, over the program's own way to it, without a computer's own database: one
 * poll, one edit, ten thousand rows up and down, and many people at once. Prints one line a figure.
 *
 * <p>{@code ./mvnw -Pbench -DskipTests verify -Dlarder.bench.main=app.larder.bench.SyncServerBench}
 */
public final class SyncServerBench {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ROUNDS = 400;
    private static final int CONNECTIONS = 8;
    private static final long SECONDS_EACH = Long.getLong("larder.bench.seconds", 8);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final DatabaseUrl computer;
    private final Connection owner;

    private SyncServerBench(DatabaseUrl computer, Connection owner) {
        this.computer = computer;
        this.owner = owner;
    }

    /** All of it. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            ServerAddress address = new ServerAddress(
                    "postgresql://postgres:postgres@localhost:" + server.getPort() + "/postgres", null);
            RemoteSetUp setUp = new RemoteSetUp();
            setUp.migrate(address);
            Invitation invitation = setUp.invite(address, "bench");
            DatabaseUrl computer = DatabaseUrl.parse(invitation.address());
            try (Connection owner = server.getPostgresDatabase().getConnection()) {
                SyncServerBench bench = new SyncServerBench(computer, owner);
                try (RemoteAccounts accounts = RemoteAccounts.open(computer)) {
                    bench.onePerson(accounts.signUp(
                                    invitation.code(), "bench", new Argon2id(new byte[16], 19_456, 2, 1), new byte[32])
                            .token());
                }
                bench.manyPeople(invitation.login());
            }
        }
    }

    private void onePerson(String token) {
        try (RemoteExchange server = RemoteExchange.open(computer, () -> token)) {
            List<String> groups = household();
            server.exchange(request("", "", 0));
            long begin = System.nanoTime();
            int calls = 0;
            for (int from = 0; from < groups.size(); from += 500) {
                String answer = server.exchange(
                        request(String.join(",", groups.subList(from, Math.min(groups.size(), from + 500))), "", 0));
                if (answer.contains("rejected") || answer.contains("stale")) {
                    throw new IllegalStateException("not applied");
                }
                calls++;
            }
            out.printf("push of the household set (11,500 rows in 10,000 groups, 1,500 recipes among them): %d calls, %.2f s%n",
                    calls, (System.nanoTime() - begin) / 1e9);
            begin = System.nanoTime();
            pull(server);
            out.printf("(its pull before the first statistics: %.2f s)%n", (System.nanoTime() - begin) / 1e9);
            begin = System.nanoTime();
            long[] pulled = pull(server);
            out.printf("pull of it: %d calls, %,d rows, %,d kB, %.2f s%n",
                    pulled[0], pulled[1], pulled[2] / 1000, (System.nanoTime() - begin) / 1e9);

            String head = JSON.readTree(server.exchange(request("", "", 0))).get("head").toString();
            String poll = request("", head, 1000);
            String answer = server.exchange(poll);
            out.printf("idle poll: %d bytes up (token and all), %d bytes down; %s%n",
                    poll.length() + token.length(), answer.length(), times(i -> poll, server));
            out.printf("one edit of a pantry item: %s%n", times(
                    i -> request(group(mutation("household_ingredients", UUID.randomUUID(), "{\"name\":\"x\"}")), head, 0), server));
            out.printf("one edit of a recipe with details: %s%n", times(
                    i -> {
                        UUID id = UUID.randomUUID();
                        return request(group(recipe(id, i), mutation("recipe_details", id, "{\"servings\":4}")), head, 0);
                    },
                    server));
        }
    }

    /** Calls, rows, bytes. */
    private long[] pull(RemoteExchange server) {
        long[] sum = new long[3];
        String after = "null";
        while (true) {
            String answer = server.exchange(request("", "", 10_000).replace("\"push\"", "\"bytes\":2000000,\"after\":" + after + ",\"push\""));
            JsonNode page = JSON.readTree(answer).get("page");
            sum[0]++;
            sum[1] += page.get("rows").size();
            sum[2] += answer.length();
            if (!page.get("more").booleanValue()) {
                return sum;
            }
            after = page.get("upto").toString();
        }
    }

    private static String times(IntFunction<String> request, RemoteExchange server) {
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            String text = request.apply(i);
            long begin = System.nanoTime();
            server.exchange(text);
            if (i >= ROUNDS / 4) {
                micros.add((System.nanoTime() - begin) / 1000);
            }
        }
        return quantiles(micros);
    }

    private static String quantiles(List<Long> micros) {
        Collections.sort(micros);
        return String.format("p50 %.2f ms, p95 %.2f ms", micros.get(micros.size() / 2) / 1000.0,
                micros.get(micros.size() * 95 / 100) / 1000.0);
    }

    private void manyPeople(String login) throws SQLException, InterruptedException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("alter role " + login + " connection limit 100");
            for (int i = 0; i < 1000; i++) {
                statement.execute("with u as (insert into public.users (username, password_hash) values ('p" + i + "', '!') returning id),"
                        + " r as (insert into public.recipes (user_id, name) select id, 'Dish ' || g from u, generate_series(1, 20) g)"
                        + " insert into larder.sign_ins (token_hash, user_id, login, expires_at) select sha256('token" + i
                        + "'), id, '" + login + "', 'infinity' from u");
            }
        }
        seed();
        for (int people : new int[] {1, 10, 100, 1000}) {
            together(people, "idle polls of " + people + " people", request("", "", 0), people);
            together(people, "edits of " + people + " people", null, people);
        }
        together(1, "edits of one person at ten computers", null, 10);
    }

    /** Everybody's first time, which is not what is measured after it. */
    private void seed() {
        List<Long> micros = new ArrayList<>();
        int[] who = {0};
        try (RemoteExchange server = RemoteExchange.open(computer, () -> "token" + who[0])) {
            for (; who[0] < 1000; who[0]++) {
                long begin = System.nanoTime();
                server.exchange(request("", "", 0));
                micros.add((System.nanoTime() - begin) / 1000);
            }
        }
        out.printf("first time of a person with 20 rows: %s%n", quantiles(micros));
    }

    /** As many calls as go through in some seconds over a few connections, each for somebody else. */
    private void together(int people, String what, @org.jspecify.annotations.Nullable String request, int most)
            throws InterruptedException {
        List<Long> micros = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        int connections = Math.min(most, what.contains("ten computers") ? 10 : CONNECTIONS);
        long end = System.nanoTime() + SECONDS_EACH * 1_000_000_000L;
        for (int i = 0; i < connections; i++) {
            int number = i;
            threads.add(Thread.ofPlatform().start(() -> {
                Random random = new Random(number);
                int[] who = {number % people};
                try (RemoteExchange server = RemoteExchange.open(computer, () -> "token" + who[0])) {
                    while (System.nanoTime() < end) {
                        who[0] = connections > people ? 0 : random.nextInt(people / connections) * connections + number;
                        String text = request != null ? request
                                : request(group(mutation("household_ingredients", UUID.randomUUID(), "{\"name\":\"x\"}")), "", 0);
                        long begin = System.nanoTime();
                        server.exchange(text);
                        micros.add((System.nanoTime() - begin) / 1000);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        out.printf("%s over %d connections: %,d calls a second, %s%n", what, connections, micros.size() / SECONDS_EACH,
                quantiles(new ArrayList<>(micros)));
    }

    /** 1,500 recipes of 1.8 kB with details, 500 pantry items, 8,000 messages in 200 chats. */
    private static List<String> household() {
        List<String> groups = new ArrayList<>();
        List<UUID> chats = IntStream.range(0, 200).mapToObj(i -> UUID.randomUUID()).toList();
        chats.forEach(id -> groups.add(group(mutation("chat_sessions", id, "{\"title\":\"Dinner\"}"))));
        for (int i = 0; i < 1500; i++) {
            UUID id = UUID.randomUUID();
            groups.add(group(recipe(id, i), mutation("recipe_details", id, "{\"servings\":4,\"tags\":[\"quick\"]}")));
        }
        for (int i = 0; i < 500; i++) {
            groups.add(group(mutation("household_ingredients", UUID.randomUUID(),
                    "{\"name\":\"Item " + i + "\",\"quantity\":\"500\",\"unit\":\"g\"}")));
        }
        for (int i = 0; i < 7800; i++) {
            groups.add(group(mutation("chat_messages", UUID.randomUUID(), "{\"session_id\":\"" + chats.get(i % 200)
                    + "\",\"role\":\"user\",\"content\":\"" + "What can I cook with this tonight? ".repeat(8) + "\"}")));
        }
        return groups;
    }

    private static String recipe(UUID id, int number) {
        String lines = IntStream.range(0, 10)
                .mapToObj(i -> "{\"name\":\"ingredient " + (number * 7 + i) % 300 + "\",\"quantity\":\"" + i + "00\",\"unit\":\"g\"}")
                .collect(Collectors.joining(","));
        return mutation("recipes", id, "{\"name\":\"Dish " + number + "\",\"ingredients\":[" + lines + "],\"instructions\":\""
                + ("Stir well and let it rest for " + number + " minutes. ").repeat(28) + "\"}");
    }

    private static String mutation(String entity, UUID id, String set) {
        return "{\"mutation\":\"" + UUID.randomUUID() + "\",\"entity\":\"" + entity + "\",\"id\":\"" + id
                + "\",\"op\":\"put\",\"base\":0,\"seen\":0,\"was\":{},\"set\":" + set
                + ",\"edited\":{\"name\":\"2026-11-23T18:00:00Z\"}}";
    }

    private static String group(String... mutations) {
        return "[" + String.join(",", mutations) + "]";
    }

    private static String request(String groups, String from, int rows) {
        return "{\"protocol\":1,\"schema\":4,\"device\":{\"id\":\"00000000-0000-4000-8000-000000000001\",\"name\":\"Laptop\",\"app\":\"0.4\"},"
                + "\"from\":" + (from.isEmpty() ? "{\"revision\":0}" : from) + ",\"rows\":" + rows + ",\"push\":[" + groups + "]}";
    }
}
