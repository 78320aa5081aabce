package app.larder;

import app.larder.account.ProfileFolder;
import app.larder.cli.HandOver;
import app.larder.cli.LarderCommand;
import app.larder.cli.LetIn;
import app.larder.cli.PasswordPrompt;
import app.larder.cli.Streams;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A day at the command line, in one process: {@code OddPlacesChild LOCALE HOME}. */
final class OddPlacesChild {

    private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final Path home;

    private OddPlacesChild(Path home) {
        this.home = home;
    }

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.forLanguageTag(arguments[0]));
        Logging.quiet();
        OddPlacesChild child = new OddPlacesChild(Path.of(arguments[1]));
        String recipe = "{\"id\":\"0198c0de-0000-7000-8000-000000000001\",\"name\":\"INCIR MILK\",\"ingredients\":[\"1 1/2 l MILK\","
                + "\"250 g figs\"],\"steps\":[\"Simmer for 90 minutes.\"],\"prepMinutes\":90,\"servings\":4,\"source\":\"Inci\","
                + "\"createdAt\":\"2026-03-01T18:30:00Z\"}";
        child.command(recipe, "recipes", "add");
        child.command("", "recipes", "--ingredient", "milk", "--text", "incir", "--sort-by", "prep_time_minutes");
        child.command("", "recipes", "--json", "--sort-by", "INGREDIENTS");
        child.command(
                "{\"id\":\"0198c0de-0000-7000-8000-000000000002\",\"text\":\"2 l milk\",\"addedAt\":\"2026-03-01T18:30:00Z\"}",
                "pantry", "add");
        child.command("", "pantry");
        child.command("", "cook-now");
        child.command("", "cook-now", "--json");
        System.exit(0);
    }

    private void command(String in, String... arguments) {
        Streams streams = new Streams(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out, out, Path.of(""));
        AccountWiring accounts = new AccountWiring(new ProfileFolder(home));
        LarderCommand larder = new LarderCommand(
                (_, _) -> 1,
                () -> 1,
                whose -> accounts.forCommands(
                        new LetIn(accounts.people(), new PasswordPrompt(Map.of(), null)::of).whoever(whose.person()), false),
                HandOver.NOBODY,
                streams);
        out.println(larder.run(arguments, Larder.onLarder(larder, streams)));
    }
}
