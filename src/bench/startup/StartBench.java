import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How fast the packaged program starts with 10,000 recipes, with and without its AOT cache, beside Gourmand, in turns:
 * {@code java src/bench/startup/StartBench.java target/package/image/larder/bin/larder [RUNS]}, after
 * {@code ./mvnw -Ppackage -DskipTests verify}. Needs xvfb, and gourmand and python3 for the comparison.
 *
 * <p>Measured from outside, alike for both programs: the clock starts with the process; the picture on Xvfb's screen is looked
 * at every 10 ms. First window: a fifth of the screen is no longer black. Recipes shown: nine tenths of what differs between
 * the first window and the picture 5 s after it came to rest are as they stay. Resident memory is read then, too.
 */
final class StartBench {

    private static final int WIDTH = 1400;
    private static final int HEIGHT = 1000;
    private static final int STEP = 3;
    private static final String DISPLAY = ":79";

    private record Start(long window, long recipes, long rss) {}

    private record Frame(long millis, int[] dots) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String larder = Path.of(args[0]).toAbsolutePath().toString();
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 15;
        Path folder = Path.of("target", "startup").toAbsolutePath();
        Files.createDirectories(folder);
        Process screen = new ProcessBuilder("Xvfb", DISPLAY, "-screen", "0", WIDTH + "x" + HEIGHT + "x24", "-fbdir", folder.toString(), "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            Thread.sleep(1500);
            fill(larder, folder);
            List<String> without = List.of("env", "JAVA_TOOL_OPTIONS=-XX:AOTMode=off", larder);
            List<String> gourmand = gourmand(folder);
            List<Start> fast = new ArrayList<>();
            List<Start> slow = new ArrayList<>();
            List<Start> other = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                fast.add(measure(folder, List.of(larder)));
                slow.add(measure(folder, without));
                if (!gourmand.isEmpty()) {
                    other.add(measure(folder, gourmand));
                }
            }
            System.out.println("load " + Files.readString(Path.of("/proc/loadavg")).strip() + ", " + runs + " runs, median / worst");
            report("Larder", fast);
            report("Larder without the AOT cache", slow);
            report("Gourmand", other);
        } finally {
            screen.destroy();
        }
    }

    private static void report(String name, List<Start> starts) {
        if (!starts.isEmpty()) {
            System.out.printf(Locale.ROOT, "%-30s first window %s ms   recipes shown %s ms   RSS %s MB%n", name,
                    both(starts.stream().mapToLong(Start::window).toArray()),
                    both(starts.stream().mapToLong(Start::recipes).toArray()),
                    both(starts.stream().mapToLong(s -> s.rss() / 1024).toArray()));
        }
    }

    private static String both(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2] + " / " + values[values.length - 1];
    }

    private static Start measure(Path folder, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true).redirectOutput(folder.resolve("out.log").toFile());
        builder.environment().put("DISPLAY", DISPLAY);
        builder.environment().put("HOME", folder.toString());
        // Started without arguments, as from the menu, Larder looks here for its data.
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        List<Frame> frames = new ArrayList<>();
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve("Xvfb_screen0").toFile(), "r")) {
            MappedByteBuffer picture = file.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, file.length());
            int begin = (int) (file.length() - (long) WIDTH * HEIGHT * 4);
            long start = System.nanoTime();
            Process process = builder.start();
            frames.add(new Frame(0, dots(picture, begin)));
            long millis = 0;
            while (millis < 60_000 && (frames.size() < 3 || millis - frames.getLast().millis() < 5_000)) {
                Thread.sleep(10);
                int[] dots = dots(picture, begin);
                millis = (System.nanoTime() - start) / 1_000_000;
                if (different(dots, frames.getLast().dots()) > 50) {
                    frames.add(new Frame(millis, dots));
                }
            }
            long rss = rss(process.toHandle());
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor();
            Thread.sleep(500);
            return times(frames, rss);
        }
    }

    private static Start times(List<Frame> frames, long rss) {
        Frame last = frames.getLast();
        Frame first = frames.stream()
                .filter(f -> Arrays.stream(f.dots()).filter(d -> d != 0).count() > f.dots().length / 5)
                .findFirst().orElse(last);
        int changed = different(first.dots(), last.dots());
        Frame shown = frames.stream()
                .filter(f -> f.millis() >= first.millis() && different(f.dots(), last.dots()) <= changed / 10)
                .findFirst().orElse(last);
        return new Start(first.millis(), shown.millis(), rss);
    }

    private static int[] dots(MappedByteBuffer picture, int begin) {
        int[] dots = new int[(WIDTH / STEP + 1) * (HEIGHT / STEP + 1)];
        int n = 0;
        for (int y = 0; y < HEIGHT; y += STEP) {
            for (int x = 0; x < WIDTH; x += STEP) {
                dots[n++] = picture.getInt(begin + (y * WIDTH + x) * 4) & 0xFFFFFF00;
            }
        }
        return dots;
    }

    private static int different(int[] a, int[] b) {
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                count++;
            }
        }
        return count;
    }

    private static long rss(ProcessHandle process) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 0;
    }

    /** 10,000 made-up recipes, the same each time, in a home that has been welcomed. */
    private static void fill(String larder, Path folder) throws IOException, InterruptedException {
        Path home = folder.resolve("larder");
        Path recipes = folder.resolve("recipes.jsonl");
        if (Files.exists(recipes)) {
            return;
        }
        String[] foods = ("tomatoes onions garlic butter flour sugar eggs milk cream chicken beef pork rice barley lentils beans"
                + " carrots celery potatoes leeks spinach kale cheese yoghurt lemon apples pears ginger honey").split(" ");
        Random random = new Random(7);
        StringBuilder all = new StringBuilder();
        for (int n = 0; n < 10_000; n++) {
            List<String> lines = new ArrayList<>();
            for (int i = 0, many = 5 + random.nextInt(13); i < many; i++) {
                lines.add("{\"text\":\"" + 50 * (1 + random.nextInt(9)) + " g " + foods[random.nextInt(foods.length)] + "\"}");
            }
            List<String> steps = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                steps.add("\"" + "Stir the " + foods[random.nextInt(foods.length)] + " until it is done. ".repeat(8) + "\"");
            }
            all.append("{\"name\":\"Dish of ").append(foods[random.nextInt(foods.length)]).append(' ').append(n)
                    .append("\",\"ingredients\":").append(lines).append(",\"steps\":").append(steps)
                    .append(",\"prepMinutes\":").append(5 + random.nextInt(90)).append("}\n");
        }
        Files.writeString(recipes, all);
        run(new ProcessBuilder(larder, "--home", home.toString(), "recipes", "add")
                .redirectInput(recipes.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD));
        Files.writeString(home.resolve("profiles/default/settings.json"), "{\"welcomed\":true}");
        Files.writeString(home.resolve("settings.json"), "{\"welcomed\":true}");
    }

    /** How to start Gourmand over the same recipes; empty where it is not installed. */
    private static List<String> gourmand(Path folder) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/games/gourmand")) && !Files.isExecutable(Path.of("/usr/bin/gourmand"))) {
            return List.of();
        }
        Path own = folder.resolve("gourmand");
        List<String> start = List.of("gourmand", "--gourmand-directory", own.toString());
        if (!Files.exists(own)) {
            // The first start makes the tables.
            Files.createDirectories(own);
            measure(folder, start);
            run(new ProcessBuilder("python3", "src/bench/startup/gourmand-recipes.py",
                    own.resolve("recipes.db").toString(), folder.resolve("recipes.jsonl").toString()));
        }
        return start;
    }

    private static void run(ProcessBuilder process) throws IOException, InterruptedException {
        int exit = process.redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor();
        if (exit != 0) {
            throw new IOException(process.command() + " ended with " + exit);
        }
    }
}
