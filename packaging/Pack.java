import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes the installers of the system it runs on: {@code java packaging/Pack.java VERSION TIME}, run by
 * {@code ./mvnw -Ppackage verify} under the toolchain's JDK with the jars in {@code target}. Leaves the program with its
 * runtime in {@code target/package/image} and the installers in {@code target/package}. What the tools are told is in the
 * argument files beside this.
 */
final class Pack {

    private static final Path TARGET = Path.of("target");
    private static final Path OUT = TARGET.resolve("package");
    private static final Path PACKAGING = Path.of("packaging");

    private final Os system;
    private final String version;
    private final Instant time;

    /** What differs between systems; {@code home} is where the image keeps the program, its jars are in {@code app}. */
    private enum Os {
        LINUX("linux", "image/larder/lib/app", "image/larder/lib/runtime", List.of("deb", "rpm")),
        WINDOWS("windows", "image/Larder/app", "image/Larder/runtime", List.of("msi")),
        MACOS("macos", "image/Larder.app/Contents/app", "image/Larder.app/Contents/runtime/Contents/Home", List.of("dmg"));

        private final Path args;
        private final Path app;
        private final Path runtime;
        private final List<String> installers;

        Os(String args, String app, String runtime, List<String> installers) {
            this.args = PACKAGING.resolve(args);
            this.app = OUT.resolve(app);
            this.runtime = OUT.resolve(runtime);
            this.installers = installers;
        }

        private static Os here() {
            String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            return os.startsWith("windows") ? WINDOWS : os.startsWith("mac") ? MACOS : LINUX;
        }
    }

    private Pack(Os system, String version, Instant time) {
        this.system = system;
        this.version = version;
        this.time = time;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        new Pack(Os.here(), args[0].replaceFirst("-.*", ""), Instant.parse(args[1])).run();
    }

    private void run() throws IOException, InterruptedException {
        empty(OUT);
        gather(OUT.resolve("input"));
        javafx(OUT.resolve("jmods"));
        tool("jlink", "@" + PACKAGING.resolve("jlink.args"), "--module-path", OUT.resolve("jmods").toString(),
                "--output", OUT.resolve("runtime").toString());
        tool("jpackage", "@" + PACKAGING.resolve("image.args"), "@" + system.args.resolve("image.args"),
                "--app-version", appVersion(), "--input", OUT.resolve("input").toString(),
                "--main-jar", "larder.jar", "--runtime-image", OUT.resolve("runtime").toString(),
                "--dest", OUT.resolve("image").toString());
        date(OUT.resolve("image"));
        rehearse();
        for (String type : system.installers) {
            if (type.equals("rpm") && !onPath("rpmbuild")) {
                System.out.println("No rpmbuild here: no .rpm is made.");
                continue;
            }
            // rpmbuild reads these from the home folder: dates as the files have them, and a small package.
            Files.writeString(OUT.resolve(".rpmmacros"), """
                    %clamp_mtime_to_source_date_epoch 1
                    %use_source_date_epoch_as_buildtime 1
                    %_binary_payload w6.xzdio
                    """);
            installer(type);
        }
    }

    /** The numbers of the version; macOS takes none that begins with 0. */
    private String appVersion() {
        return system == Os.MACOS && version.startsWith("0.") ? "1" + version.substring(1) : version;
    }

    /** The program's jars but JavaFX, the licences of all of them, and the list of what is inside. */
    private static void gather(Path input) throws IOException {
        Files.createDirectories(input.resolve("licences"));
        Path own = only(TARGET, "larder-*.jar");
        store(own, input.resolve("larder.jar"));
        for (Path jar : jars(TARGET.resolve("lib"))) {
            store(jar, input.resolve(jar.getFileName()));
            licences(jar, input.resolve("licences"));
        }
        for (Path jar : jars(TARGET.resolve("lib").resolve("fx"))) {
            licences(jar, input.resolve("licences"));
        }
        Files.copy(Path.of("LICENSE"), input.resolve("licences").resolve("larder-LICENSE"));
        Files.copy(TARGET.resolve("sbom").resolve("THIRD-PARTY.txt"), input.resolve("licences").resolve("THIRD-PARTY.txt"));
        Files.copy(TARGET.resolve("sbom").resolve("larder.cdx.json"), input.resolve("larder.cdx.json"));
    }

    /** The same jar without compression: an installer compresses all of them at once far better, and Java reads them faster. */
    private static void store(Path jar, Path to) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            out.setMethod(ZipOutputStream.STORED);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                CRC32 sum = new CRC32();
                sum.update(bytes);
                ZipEntry stored = new ZipEntry(entry.getName());
                stored.setTimeLocal(entry.getTimeLocal());
                stored.setSize(bytes.length);
                stored.setCrc(sum.getValue());
                out.putNextEntry(stored);
                out.write(bytes);
            }
        }
    }

    private static void licences(Path jar, Path folder) throws IOException {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            for (Path inside : List.of(zip.getPath("/"), zip.getPath("/META-INF"))) {
                if (Files.isDirectory(inside)) {
                    for (Path file : sorted(inside, "*{LICENSE,LICENCE,NOTICE,license,COPYING}*")) {
                        if (Files.isRegularFile(file) && !file.toString().endsWith(".class")) {
                            Files.copy(file, folder.resolve(name + "-" + file.getFileName()),
                                    StandardCopyOption.REPLACE_EXISTING);
                        }
                    }
                }
            }
        }
    }

    /** JavaFX's jars as modules with their native libraries outside, so that none is unpacked into a person's home. */
    private void javafx(Path jmods) throws IOException, InterruptedException {
        Files.createDirectories(jmods);
        for (Path jar : jars(TARGET.resolve("lib").resolve("fx"))) {
            if (isEmpty(jar)) {
                continue;
            }
            String name = jar.getFileName().toString().replaceFirst("-[0-9].*", "");
            Path classes = OUT.resolve("javafx").resolve(name).resolve("classes");
            Path natives = OUT.resolve("javafx").resolve(name).resolve("natives");
            Files.createDirectories(natives);
            unpack(jar, classes, natives);
            tool("jmod", "create", "--class-path", classes.toString(), "--libs", natives.toString(),
                    "--date", time.toString(), jmods.resolve(name.replace('-', '.') + ".jmod").toString());
        }
    }

    /** JavaFX's artifact without a platform holds no classes. */
    private static boolean isEmpty(Path jar) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            return !Files.exists(zip.getPath("module-info.class"));
        }
    }

    private static void unpack(Path jar, Path classes, Path natives) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar); Stream<Path> all = Files.walk(zip.getPath("/"))) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                Path to = name.matches(".*\\.(so|dll|dylib)") ? natives.resolve(name)
                        : classes.resolve(file.toString().substring(1));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    /** Gives every file the build's date: Java's cache looks at the jars' dates, and two builds shall be alike. */
    private void date(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!Files.isSymbolicLink(file)) {
                    Files.setLastModifiedTime(file, FileTime.from(time));
                }
            }
        }
    }

    /**
     * Walks through every room with the image's own runtime, class path and options, and keeps what Java learned. Comes
     * last: the cache is for these files with these dates.
     */
    private void rehearse() throws IOException, InterruptedException {
        Path app = system.app.toAbsolutePath();
        Path cache = app.resolve("larder.aot");
        List<String> command = new ArrayList<>(List.of(system.runtime.resolve("bin").resolve("java").toString()));
        List<String> jars = new ArrayList<>();
        Path config = app.resolve(system == Os.LINUX ? "larder.cfg" : "Larder.cfg");
        for (String line : Files.readAllLines(config)) {
            String value = line.substring(line.indexOf('=') + 1).replace("$APPDIR", app.toString());
            if (line.startsWith("app.classpath=")) {
                jars.add(value);
            } else if (line.startsWith("java-options=-XX:AOTCache=")) {
                command.add("-XX:AOTCacheOutput=" + cache);
                // Nothing reads it (image.args), and it would be half of the cache.
                command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
            } else if (line.startsWith("java-options=")) {
                command.add(value);
            }
        }
        command.addAll(List.of("-cp", String.join(java.io.File.pathSeparator, jars), "app.larder.Larder", "--rehearse"));
        run(command);
        if (!Files.exists(cache)) {
            throw new IOException("The rehearsal left no cache.");
        }
        date(app);
    }

    private void installer(String type) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java("jpackage"), "@" + system.args.resolve(type + ".args")));
        if (system == Os.LINUX) {
            command.add("@" + system.args.resolve("installer.args"));
        }
        Path image = only(OUT.resolve("image"), "*arder*");
        command.addAll(List.of("--app-version", appVersion(), "--app-image", image.toString(), "--dest", OUT.toString()));
        run(command);
    }

    private void tool(String name, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(name)));
        command.addAll(List.of(args));
        run(command);
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put("HOME", OUT.toAbsolutePath().toString());
        process.environment().put("SOURCE_DATE_EPOCH", String.valueOf(time.getEpochSecond()));
        int exit = process.start().waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + exit);
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static List<Path> jars(Path folder) throws IOException {
        return sorted(folder, "*.jar");
    }

    private static Path only(Path folder, String glob) throws IOException {
        List<Path> found = sorted(folder, glob);
        if (found.size() != 1) {
            throw new IOException("Not one " + glob + " in " + folder + " but " + found);
        }
        return found.getFirst();
    }

    private static List<Path> sorted(Path folder, String glob) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(folder, glob)) {
            entries.forEach(files::add);
        }
        files.sort(Comparator.comparing(Path::toString));
        return files;
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
