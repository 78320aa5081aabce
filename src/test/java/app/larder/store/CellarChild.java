package app.larder.store;

import app.larder.account.Entered;
import app.larder.account.People;
import app.larder.account.Person;
import app.larder.account.ProfileFolder;
import app.larder.backup.BackupFile;
import app.larder.backup.Backups;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeRepository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A second Larder, in a process of its own, that can be killed, starved or left holding the file. */
final class CellarChild {

    static final String PASSWORD = "quince jelly";

    private CellarChild() {}

    /** The commands are the tests' own; every answer is one line on standard output, written at once. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Path.of(args[1]);
        if (args[0].equals("compact")) {
            compact(folder, out, Integer.parseInt(args[2]));
            return;
        }
        if (args[0].equals("protect")) {
            protect(folder, out);
            return;
        }
        if (args[0].equals("insert-protected")) {
            try (Entered entered = letIn(folder);
                    Database database = Database.local(entered.folder(), entered.key())) {
                out.println("open");
                insert(database.openFor(database.localUser("cook")).recipes(), out, Integer.parseInt(args[2]));
            }
            return;
        }
        if (args[0].equals("backup") || args[0].equals("restore")) {
            backUpOrRestore(args[0].equals("restore"), folder, out);
            return;
        }
        Migrations migrations = args[0].equals("update") ? UpdateCutOffTest.LATER : Migrations.own();
        try (Database database = Database.local(folder, migrations)) {
            RecipeRepository recipes =
                    database.openFor(database.localUser("cook")).recipes();
            out.println("open");
            switch (args[0]) {
                case "insert" -> insert(recipes, out, Integer.parseInt(args[2]));
                case "batch" -> batch(recipes, out, Integer.parseInt(args[2]));
                case "hold" -> awaitInput();
                default -> out.println("done");
            }
        } catch (LarderOpenException e) {
            out.println(e.kind() + " " + e.getMessage());
        }
        out.println("closed");
    }

    /** Adds recipes, sometimes twenty at once, and says their ids as soon as they are acknowledged. */
    private static void insert(RecipeRepository recipes, PrintStream out, int most) {
        for (int i = 0; i < most; i++) {
            List<Recipe> batch = new ArrayList<>();
            for (int k = 0; k < (i % 5 == 4 ? 20 : 1); k++) {
                batch.add(ContractRecipes.full("Recipe " + i + " " + "long ".repeat(200)));
            }
            try {
                recipes.add(batch);
            } catch (RuntimeException e) {
                out.println("refused " + e.getMessage());
                return;
            }
            StringBuilder line = new StringBuilder("stored");
            batch.forEach(recipe -> line.append(' ').append(recipe.id()));
            out.println(line);
        }
    }

    /** Backs up, or restores the newest backup that was asked for, again and again, and says so after each time. */
    private static void backUpOrRestore(boolean restore, Path folder, PrintStream out) {
        try (Database database = Database.local(folder)) {
            UserStore rows = database.openFor(database.localUser("cook"));
            Backups backups = BackupTest.backups(rows, folder);
            out.println("open");
            while (true) {
                if (restore) {
                    try (BackupFile backup = backups.open(folder.resolve("kept.zip"), null)) {
                        backups.restore(backup).undo().run();
                    }
                } else {
                    backups.now();
                }
                out.println("done");
            }
        }
    }

    /** Adds one recipe, then many in one go, as an import does. */
    private static void batch(RecipeRepository recipes, PrintStream out, int size) {
        recipes.add(List.of(ContractRecipes.full("Before the import")));
        out.println("stored");
        try {
            recipes.add(IntStream.range(0, size)
                    .mapToObj(i -> ContractRecipes.full("Recipe " + i + " " + "long ".repeat(200)))
                    .toList());
            out.println("stored all");
        } catch (RuntimeException e) {
            out.println("refused " + e.getMessage());
        }
    }

    /** Compacts a closed file again and again, whether it pays or not, and says so after each time. */
    private static void compact(Path folder, PrintStream out, int times) {
        for (int i = 0; i < times; i++) {
            try (LocalFile file = LocalFile.take(folder)) {
                CompactionTest.compaction(file).run();
            } catch (SQLException e) {
                out.println("failed " + e.getMessage());
                return;
            }
            out.println("compacted");
        }
    }

    /** Whoever is alone in a home, with the tests' password if it needs one. */
    static Entered letIn(Path home) {
        People people = people(home);
        return people.enterAtOnce()
                .orElseGet(() -> people.unlock(people.last(), PASSWORD.toCharArray()).orElseThrow());
    }

    static People people(Path home) {
        return new People(new ProfileFolder(home), new CipherChange(), _ -> {});
    }

    /** Protects and unprotects the only person of a home again and again, and says so after each time. */
    private static void protect(Path home, PrintStream out) {
        People people = people(home);
        Person person = people.last();
        while (true) {
            if (people.isProtected(person)) {
                people.unprotect(person, PASSWORD.toCharArray());
            } else {
                people.protect(person, PASSWORD.toCharArray()).close();
            }
            out.println("changed");
        }
    }

    private static void awaitInput() throws IOException {
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    }

    /** A child of this JVM's kind that runs a command on a folder. */
    static Process start(String command, Path folder, String... more) throws IOException {
        return start(List.of(), command, folder, more);
    }

    /**
     * A child begun by another program.
     *
     * @param before that program and its arguments; the child's own command line follows as further arguments
     */
    static Process start(List<String> before, String command, Path folder, String... more) throws IOException {
        List<String> line = new ArrayList<>(before);
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=en",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CellarChild.class.getName(),
                command,
                folder.toString()));
        line.addAll(List.of(more));
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static BufferedReader output(Process child) {
        return new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    }
}
