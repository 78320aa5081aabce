package app.larder.cli;

import app.larder.cook.CookNow;
import app.larder.cook.LineState;
import app.larder.cook.LineVerdict;
import app.larder.cook.Measured;
import app.larder.cook.Ranking;
import app.larder.cook.SoonItem;
import app.larder.cook.Tally;
import app.larder.cook.Verdict;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code larder cook-now}: what can be cooked with what is at home, and why. */
@Command(
        name = "cook-now",
        mixinStandardHelpOptions = true,
        description = "Says what can be cooked with what is at home, best first, and what each recipe still needs.",
        footer = {
            "",
            "JSON: one object a recipe with id, name, missing, partly, covered, total, lines[{text, state, reason, need,"
                    + " have, missing}]. Amounts are texts such as \"about 200 g\"; null where nothing can be said. With"
                    + " --use-soon each recipe also has useSoon[], the names of what it would use up in time."
        })
public final class CookNowCommand implements Callable<Integer>, UsesLarder {

    private final Supplier<OpenLarder> larder;
    private final PrintStream out;

    @Option(names = "--json", description = "One JSON object a recipe and line.")
    private boolean json;

    @Option(names = "--missing", paramLabel = "N", description = "Only recipes of which at most N lines are missing.")
    private @Nullable Integer missing;

    @Option(names = "--limit", paramLabel = "N", description = "At most that many recipes. Default: 20, with --json all.")
    private @Nullable Integer limit;

    @Option(names = "--use-soon", description = "Only recipes that use what should be used soon, and what that is.")
    private boolean useSoon;

    /** The command on whatever larder the command line names. */
    public CookNowCommand(Supplier<OpenLarder> larder, Streams streams) {
        this(larder, streams.out());
    }

    CookNowCommand(Supplier<OpenLarder> larder, PrintStream out) {
        this.larder = larder;
        this.out = out;
    }

    @Override
    public Integer call() {
        if ((missing != null && missing < 0) || (limit != null && limit < 0)) {
            throw new CommandFailure(Exit.USAGE, "--missing and --limit take a number that is 0 or more.");
        }
        CookNow cook = larder.get().cookNow();
        cook.load();
        Ranking ranking = cook.ranking();
        int most = missing == null ? Ranking.ANY : missing;
        int shown = limit != null ? limit : json ? Integer.MAX_VALUE : 20;
        List<UUID> ids = useSoon ? ranking.usingSoon(most, 0, shown) : ranking.ids(most, 0, shown);
        List<SoonItem> soon = useSoon ? ranking.soon() : List.of();
        Listing listing = new Listing(json, out);
        soon.forEach(item -> listing.say(soon(item)));
        for (UUID id : ids) {
            cook.verdict(id).ifPresent(verdict -> listing.print(() -> json(verdict), () -> rows(verdict)));
        }
        listing.end("recipe", "recipes");
        return Exit.DONE;
    }

    private static String soon(SoonItem item) {
        String when = item.daysLeft() < 0
                ? "past its time by " + -item.daysLeft() + (item.daysLeft() == -1 ? " day" : " days")
                : item.daysLeft() == 0 ? "use today" : item.daysLeft() == 1 ? "1 day left" : item.daysLeft() + " days left";
        return item.row().name() + ": " + when;
    }

    private static String rows(Verdict verdict) {
        Tally tally = verdict.tally();
        Integer minutes = verdict.minutes();
        StringBuilder rows = new StringBuilder(String.format(
                Locale.ROOT,
                "%s  %s%s: %d of %d at home",
                verdict.recipe(),
                Terminal.plain(verdict.name()),
                minutes == null ? "" : " (" + minutes + " min)",
                tally.covered(),
                tally.total()));
        for (LineVerdict line : verdict.lines()) {
            if (line.state() == LineState.PARTLY || line.state() == LineState.MISSING) {
                rows.append("\n    ").append(Terminal.plain(line.sentence()));
            }
        }
        return rows.toString();
    }

    private Map<String, @Nullable Object> json(Verdict verdict) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("id", verdict.recipe().toString());
        object.put("name", verdict.name());
        object.put("missing", verdict.tally().missing());
        object.put("partly", verdict.tally().partly());
        object.put("covered", verdict.tally().covered());
        object.put("total", verdict.tally().total());
        object.put("lines", verdict.lines().stream().map(CookNowCommand::json).toList());
        if (useSoon) {
            object.put("useSoon", verdict.soonNames());
        }
        return object;
    }

    private static Map<String, @Nullable Object> json(LineVerdict line) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("text", line.text());
        object.put("state", word(line.state()));
        object.put("reason", line.sentence());
        object.put("need", amount(line.need()));
        object.put("have", amount(line.have()));
        object.put("missing", amount(line.missing()));
        return object;
    }

    private static String word(LineState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static @Nullable String amount(@Nullable Measured measured) {
        return measured == null ? null : measured.text();
    }
}
