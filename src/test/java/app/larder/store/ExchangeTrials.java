package app.larder.store;

import app.larder.sync.ServerTroubleException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What may never happen between computers and other programs on one server, tried: each trial answers what went wrong, which
 * must be nothing, and must be something once the part of the server that prevents it is taken out.
 */
final class ExchangeTrials {

    private final Family family;

    ExchangeTrials(Family family) {
        this.family = family;
    }

    /** A trial. */
    interface Trial {
        List<String> run() throws Exception;
    }

    /** Work of one thread. */
    private interface Work {
        void run(int number) throws Exception;
    }

    private static List<String> together(int threads, Work work) {
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            running.add(Thread.ofVirtual().start(() -> {
                try {
                    work.run(number);
                } catch (Exception e) {
                    wrong.add(String.valueOf(e.getMessage()));
                }
            }));
        }
        for (Thread thread : running) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return wrong;
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(millis * 1_000_000L);
    }

    /**
     * Other programs write with commits that overlap, computers push, and one computer asks all the while, page by page:
     * in the end it was told of every row as it is.
     */
    List<String> nothingIsMissed(int writers, int each) throws Exception {
        try (ExchangeScene scene = new ExchangeScene(family);
                ExchangeDevice reader = scene.device("Reader")) {
            AtomicBoolean done = new AtomicBoolean();
            AtomicReference<@Nullable String> failed = new AtomicReference<>();
            scene.laptop.sync();
            scene.phone.sync();
            Thread asking = Thread.ofVirtual().start(() -> {
                try {
                    while (!done.get()) {
                        reader.sync();
                    }
                } catch (RuntimeException e) {
                    failed.set(e.getMessage());
                }
            });
            List<String> wrong = new ArrayList<>(together(writers, number -> {
                Random random = new Random(number);
                if (number % 2 == 1) {
                    ExchangeDevice device = number == 1 ? scene.laptop : scene.phone;
                    for (int i = 0; i < each; i++) {
                        device.group(device.put("recipes", UUID.randomUUID(), "{\"name\": \"own " + number + "." + i + "\"}"));
                        device.push();
                    }
                    return;
                }
                try (Connection program = scene.otherProgram();
                        Statement statement = program.createStatement()) {
                    program.setAutoCommit(false);
                    for (int i = 0; i < each; i++) {
                        statement.execute("insert into public.household_ingredients (user_id, name) values ('"
                                + scene.person() + "', 'row " + number + "." + i + "')");
                        statement.execute("update public.household_ingredients set quantity = '" + i + "' where user_id = '"
                                + scene.person() + "' and name = 'row " + number + "." + random.nextInt(i + 1) + "'");
                        pause(random.nextInt(10));
                        program.commit();
                    }
                }
            }));
            done.set(true);
            asking.join();
            if (failed.get() != null) {
                wrong.add("reader: " + failed.get());
            }
            reader.sync();
            wrong.addAll(scene.missed(reader));
            return wrong;
        }
    }

    /** Computers count the same item up, each from the value it was last told: every step counts. */
    List<String> noIncrementIsLost(int devices, int each) throws Exception {
        try (ExchangeScene scene = new ExchangeScene(family)) {
            UUID item = UUID.randomUUID();
            scene.laptop.sync();
            scene.laptop
                    .group(scene.laptop.put("household_ingredients", item, "{\"name\": \"Rice\", \"quantity\": \"0\", \"unit\": \"\"}"))
                    .sync();
            List<String> wrong = new ArrayList<>(together(devices, number -> {
                try (ExchangeDevice device = scene.device("Device " + number)) {
                    device.sync();
                    for (int i = 0; i < each; ) {
                        String was = device.value("household_ingredients", item, "quantity");
                        String mark = device.value("household_ingredients", item, "unit");
                        // A mark of its own, or two who step from the same value would have typed the same.
                        ObjectNode step = device.put("household_ingredients", item, "{}", "{}");
                        step.putObject("was").put("quantity", was).put("unit", mark);
                        step.putObject("set")
                                .put("quantity", String.valueOf(Integer.parseInt(was) + 1))
                                .put("unit", UUID.randomUUID().toString());
                        JsonNode answer = device.group(step).sync();
                        if (ExchangeDevice.kinds(answer).equals(List.of("applied"))) {
                            i++;
                        }
                    }
                }
            }));
            int expected = devices * each;
            String counted = scene.query("select quantity from public.household_ingredients where id = '" + item + "'");
            if (!counted.equals(String.valueOf(expected))) {
                wrong.add(counted + " instead of " + expected);
            }
            return wrong;
        }
    }

    /** Connections are killed while computers push; each change whose outcome is unknown is sent again as it was. */
    List<String> nothingHappensTwice(int devices, int each) throws Exception {
        try (ExchangeScene scene = new ExchangeScene(family)) {
            UUID item = UUID.randomUUID();
            scene.laptop.sync();
            scene.laptop.group(scene.laptop.put("household_ingredients", item, "{\"name\": \"Rice\"}")).sync();
            AtomicBoolean done = new AtomicBoolean();
            AtomicInteger again = new AtomicInteger();
            Thread killer = Thread.ofVirtual().start(() -> {
                Random random = new Random(7);
                while (!done.get()) {
                    pause(50 + random.nextInt(100));
                    TestPostgres.asSuperuser("postgres", "select pg_terminate_backend(pid) from pg_stat_activity where pid ="
                            + " (select pid from pg_stat_activity where usename = '" + family.computer().user()
                            + "' and query like '%exchange_v1%' order by random() limit 1)");
                }
            });
            List<String> wrong = new ArrayList<>(together(devices, number -> {
                try (ExchangeDevice device = scene.device("Device " + number)) {
                    List<ObjectNode> sent = new ArrayList<>();
                    for (int i = 0; i < each; i++) {
                        ObjectNode request = device.group(
                                        device.put("household_ingredients", item, "{\"quantity\": null}", "{\"category\": \"Dry\"}"),
                                        device.put("pantry_moves", UUID.randomUUID(), "{\"item_id\": \"" + item
                                                + "\", \"delta\": \"-7\"}"))
                                .request();
                        // The item's category as it is is a change of nothing, and never stale.
                        ((ObjectNode) request.get("push").get(0).get(0)).putObject("was").putNull("category");
                        sent.add(request.put("rows", 0));
                    }
                    // The first once more at the end, when others have gone on.
                    sent.add(sent.getFirst());
                    for (ObjectNode request : sent) {
                        List<String> kinds = untilAnswered(device, request, again);
                        if (!kinds.equals(List.of("applied", "applied"))) {
                            throw new IllegalStateException("answered " + kinds);
                        }
                    }
                }
            }));
            done.set(true);
            killer.join();
            String sum = scene.query("select count(*) || ' ' || sum(delta::int) from larder.pantry_moves where item_id = '" + item + "'");
            String expected = devices * each + " " + devices * each * -7;
            if (!sum.equals(expected)) {
                wrong.add(sum + " instead of " + expected);
            }
            try {
                scene.laptop.sync();
            } catch (ServerTroubleException e) {
                // Its connection was killed too, while it rested.
                scene.laptop.sync();
            }
            wrong.addAll(scene.missed(scene.laptop));
            System.out.println("nothing happens twice: " + again + " requests sent again, their connections killed");
            return wrong;
        }
    }

    private static List<String> untilAnswered(ExchangeDevice device, ObjectNode request, AtomicInteger again) {
        while (true) {
            try {
                return ExchangeDevice.kinds(device.call(request));
            } catch (ServerTroubleException e) {
                if (e.kind() != ServerTroubleException.Kind.AGAIN) {
                    throw e;
                }
                again.incrementAndGet();
            }
        }
    }

    /** A change that was done and then undone by its person is not done again when its batch comes once more. */
    List<String> anOldBatchStaysDone() {
        try (ExchangeScene scene = new ExchangeScene(family)) {
            UUID soup = UUID.randomUUID();
            ExchangeDevice laptop = scene.laptop;
            laptop.sync();
            laptop.group(laptop.put("recipes", soup, "{\"name\": \"Soup\"}")).sync();
            ObjectNode first = laptop.group(laptop.put("recipes", soup, "{\"name\": \"Soup\"}", "{\"name\": \"Stew\"}"))
                    .request();
            laptop.call(first);
            laptop.sync();
            laptop.group(laptop.put("recipes", soup, "{\"name\": \"Stew\"}", "{\"name\": \"Soup\"}")).sync();
            try {
                laptop.call(first);
            } catch (ServerTroubleException e) {
                return List.of("refused: " + e.getMessage());
            }
            laptop.sync();
            String name = laptop.value("recipes", soup, "name");
            return name.equals("Soup") ? List.of() : List.of(name + " is back");
        }
    }

    /** Nobody's change is overwritten by a computer that has not seen it: not another computer's, not a program's. */
    List<String> nothingUnseenIsOverwritten() throws SQLException {
        try (ExchangeScene scene = new ExchangeScene(family)) {
            UUID soup = UUID.randomUUID();
            List<String> wrong = new ArrayList<>();
            scene.laptop.sync();
            scene.laptop.group(scene.laptop.put("recipes", soup, "{\"name\": \"Soup\", \"source\": \"a\"}")).sync();
            scene.phone.sync();
            scene.laptop
                    .group(scene.laptop.put("recipes", soup, "{\"name\": \"Soup\"}", "{\"name\": \"Laptop's\"}"))
                    .sync();
            scene.phone.group(scene.phone.put("recipes", soup, "{\"name\": \"Soup\"}", "{\"name\": \"Phone's\"}")).push();
            String name = scene.query("select name from public.recipes where id = '" + soup + "'");
            if (!name.equals("Laptop's")) {
                wrong.add("the laptop's name is gone: " + name);
            }
            scene.otherProgram("update public.recipes set source = 'program' where id = '" + soup + "'");
            scene.laptop.group(scene.laptop.put("recipes", soup, "{\"source\": \"a\"}", "{\"source\": \"Laptop's\"}")).push();
            String source = scene.query("select source from public.recipes where id = '" + soup + "'");
            if (!source.equals("program")) {
                wrong.add("the program's source is gone: " + source);
            }
            return wrong;
        }
    }

    /** What another program hung on a chat is not deleted with it by a computer that has not seen it. */
    List<String> nothingUnseenIsDeleted() throws SQLException {
        try (ExchangeScene scene = new ExchangeScene(family)) {
            UUID chat = UUID.randomUUID();
            scene.laptop.sync();
            scene.laptop.group(scene.laptop.put("chat_sessions", chat, "{\"title\": \"Dinner\"}")).sync();
            scene.otherProgram("insert into public.chat_messages (session_id, role, content) values ('" + chat
                    + "', 'user', 'From the web')");
            List<String> kinds = scene.laptop.group(scene.laptop.delete("chat_sessions", chat)).push();
            return scene.query("select count(*) from public.chat_messages where session_id = '" + chat + "'").equals("1")
                    ? List.of()
                    : List.of("the message is gone, " + kinds);
        }
    }

    /** A chat that one computer deletes goes from the others with all that hung on it. */
    List<String> whatGoesWithARowIsTold() throws SQLException {
        try (ExchangeScene scene = new ExchangeScene(family)) {
            UUID chat = UUID.randomUUID();
            UUID message = UUID.randomUUID();
            scene.laptop.sync();
            scene.laptop.group(scene.laptop.put("chat_sessions", chat, "{\"title\": \"Dinner\"}"));
            scene.laptop.group(
                    scene.laptop.put("chat_messages", message, ExchangeTest.message(chat, "Hello")),
                    scene.laptop.put("message_details", message, "{\"status\": \"complete\"}"));
            scene.laptop.sync();
            scene.phone.sync();
            scene.laptop.group(scene.laptop.delete("chat_sessions", chat)).sync();
            scene.phone.sync();
            return scene.missed(scene.phone);
        }
    }

    /** What another program does to every table is told. */
    List<String> everyProgramIsHeard() throws SQLException {
        try (ExchangeScene scene = new ExchangeScene(family)) {
            scene.laptop.sync();
            List<String> wrong = new ArrayList<>();
            ExchangeTest.fill(scene);
            scene.laptop.sync();
            wrong.addAll(scene.missed(scene.laptop));
            for (String statement : ExchangeForeignTest.STATEMENTS) {
                scene.otherProgram(statement);
                scene.laptop.sync();
                scene.missed(scene.laptop).forEach(missed -> wrong.add(statement + ": " + missed));
            }
            return wrong;
        }
    }

    /**
     * Other programs change and delete rows while computers push to the same ones: no statement of theirs is refused or
     * killed, and in the end everybody knows everything.
     */
    List<String> nobodyDeadlocks(int programs, int each) throws Exception {
        try (ExchangeScene scene = new ExchangeScene(family)) {
            List<UUID> rows = new ArrayList<>();
            scene.laptop.sync();
            for (int i = 0; i < 12; i++) {
                UUID row = UUID.randomUUID();
                rows.add(row);
                scene.laptop.group(scene.laptop.put("recipes", row, "{\"name\": \"0\"}"),
                        scene.laptop.put("recipe_details", row, "{\"notes\": \"0\"}"));
            }
            scene.laptop.sync();
            scene.phone.sync();
            AtomicBoolean done = new AtomicBoolean();
            AtomicInteger pushes = new AtomicInteger();
            List<String> wrong = Collections.synchronizedList(new ArrayList<>());
            List<Thread> devices = new ArrayList<>();
            for (ExchangeDevice device : List.of(scene.laptop, scene.phone)) {
                devices.add(Thread.ofVirtual().start(() -> {
                    Random random = new Random(device.hashCode());
                    try {
                        while (!done.get()) {
                            for (int i = 0; i < 4; i++) {
                                UUID row = rows.get(random.nextInt(rows.size()));
                                device.group(
                                        device.put("recipes", row, "{}", "{\"name\": \"" + random.nextInt(9) + "\"}"),
                                        device.put("recipe_details", row, "{}", "{\"notes\": \"" + random.nextInt(9) + "\"}"));
                            }
                            device.sync();
                            pushes.incrementAndGet();
                        }
                    } catch (RuntimeException e) {
                        wrong.add("computer: " + e.getMessage());
                    }
                }));
            }
            wrong.addAll(together(programs, number -> {
                Random random = new Random(number);
                try (Connection program = scene.otherProgram();
                        Statement statement = program.createStatement()) {
                    program.setAutoCommit(false);
                    for (int i = 0; i < each; i += 4) {
                        // In an order of its own within each transaction, but the same for all programs: they would
                        // deadlock with each other otherwise.
                        List<UUID> some = new ArrayList<>(rows);
                        Collections.shuffle(some, random);
                        some = some.subList(0, 4).stream().sorted().toList();
                        for (UUID row : some) {
                            statement.execute(switch (random.nextInt(4)) {
                                case 0 -> "update larder.recipe_details set notes = '" + i + "' where recipe_id = '" + row + "'";
                                case 1 -> "update public.recipes set source = '" + i + "' where id = '" + row + "'";
                                case 2 -> "delete from larder.recipe_details where recipe_id = '" + row + "'";
                                default -> "update public.recipes set ingredients = '[{\"name\": \"a\", \"quantity\": \"" + i
                                        + "\", \"unit\": \"g\"}]' where id = '" + row + "'";
                            });
                        }
                        program.commit();
                    }
                }
            }));
            done.set(true);
            for (Thread device : devices) {
                device.join();
            }
            scene.laptop.sync();
            wrong.addAll(scene.missed(scene.laptop));
            System.out.println("nobody deadlocks: " + programs * each + " statements of programs against " + pushes + " pushes");
            return wrong;
        }
    }
}
