package app.larder.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code larder tour}: the main job done in the real window, without a display. */
@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what Larder does where there is no display: opens the real window on JavaFX's headless platform in a"
                    + " throw-away home, imports two recipe pages, searches by ingredient, cooks, fills the pantry, and"
                    + " leaves a picture of every step. Never touches your own data."
        })
public final class TourCommand implements Callable<Integer> {

    private final ToIntFunction<Path> tour;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Folder for the pictures. Default: ${DEFAULT-VALUE}",
            defaultValue = "target/tour")
    private Path pictures = Path.of("target", "tour");

    /** The command that runs this tour, which leaves its pictures in a folder and answers with an exit code. */
    public TourCommand(ToIntFunction<Path> tour) {
        this.tour = tour;
    }

    @Override
    public Integer call() {
        return tour.applyAsInt(pictures);
    }
}
