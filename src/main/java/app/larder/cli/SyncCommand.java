package app.larder.cli;

import app.larder.sync.Exchange;
import app.larder.sync.ServerTroubleException;
import app.larder.sync.Step;
import app.larder.sync.SyncLoop;
import app.larder.sync.SyncStatus;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code larder sync}: exchanges with the family's server what changed here and there. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Sends what changed on this computer to the family's database and brings what changed elsewhere.",
        footer = {
            "",
            "Who is connected is decided in the window's settings. Whatever fails or is cut off is taken up the next time;"
                    + " nothing is lost by stopping.",
            "JSON: one object an exchange with kind, sent, received, waiting, refused, staged and synced (when everything"
                    + " was last the same here and there, ISO 8601, or null); with --watch one object a change with state,"
                    + " waiting, refused, synced and offline.",
            "Exit code 0: everything here is there, and everything there here."
        })
public final class SyncCommand implements Callable<Integer>, UsesLarder {

    private final Supplier<OpenLarder> larder;
    private final PrintStream out;
    private final JsonLines lines = new JsonLines();

    @ArgGroup
    private @Nullable Length length;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "JSON, one object a line.")
    private boolean json;

    /** How long to go on. */
    static final class Length {

        @Option(names = "--once", description = "Until there is nothing more to exchange (the default).")
        private boolean once;

        @Option(names = "--watch", description = "Until it is stopped: soon after every change, here or there.")
        private boolean watch;
    }

    /** The command on whatever larder the command line names. */
    public SyncCommand(Supplier<OpenLarder> larder, Streams streams) {
        this(larder, streams.out());
    }

    SyncCommand(Supplier<OpenLarder> larder, PrintStream out) {
        this.larder = larder;
        this.out = out;
    }

    private Exchange exchange() {
        return larder.get()
                .exchange()
                .orElseThrow(() -> new CommandFailure(
                        Exit.FAILED, "This person works on this computer only: connect with the family's database in the"
                                + " window's settings."));
    }

    @Override
    public Integer call() {
        return length != null && length.watch && !length.once ? watch(exchange()) : once(exchange());
    }

    private int once(Exchange exchange) {
        return exchanged(exchange, Exchange::step);
    }

    private int exchanged(Exchange exchange, Function<Exchange, Step> first) {
        try {
            Step step = first.apply(exchange);
            print(step);
            while (step.more()) {
                step = exchange.step();
                print(step);
            }
            return exit(step);
        } catch (ServerTroubleException e) {
            throw new CommandFailure(Exit.FAILED, sentence(e.kind()), e);
        }
    }

    private int watch(Exchange exchange) {
        BlockingQueue<SyncStatus> news = new LinkedBlockingQueue<>();
        SyncStatus status = SyncStatus.NONE;
        try (SyncLoop loop = new SyncLoop(exchange::step, exchange::standing, Clock.systemUTC(), news::add)) {
            do {
                SyncStatus next = news.poll(1, TimeUnit.SECONDS);
                if (next != null) {
                    status = next;
                    print(status);
                    loop.status();
                } else if (out.checkError()) {
                    // Nobody listens any more.
                    return Exit.DONE;
                }
            } while (status.state() != SyncStatus.State.ON_THIS_COMPUTER_ONLY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Exit.FAILED;
    }

    /** {@code larder sync status}. */
    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Says what waits on this computer, without asking the family's database.")
    int status() {
        Step step = exchange().standing();
        print(step);
        return exit(step);
    }

    /** {@code larder sync check}. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Compares everything here with the family's database, and mends what differs.")
    int check() {
        return exchanged(exchange(), Exchange::check);
    }

    private static int exit(Step step) {
        return step.kind() == Step.Kind.SIGNED_OUT ? Exit.LOCKED : step.upToDate() ? Exit.DONE : Exit.FAILED;
    }

    private void print(Step step) {
        if (json) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("kind", word(step.kind()));
            object.put("sent", step.sent());
            object.put("received", step.received());
            object.put("waiting", step.waiting());
            object.put("refused", step.refused());
            object.put("staged", step.staged());
            object.put("synced", text(step.synced()));
            lines.print(object, out);
        } else {
            out.println(sentence(step));
        }
    }

    private void print(SyncStatus status) {
        if (json) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("state", word(status.state()));
            object.put("waiting", status.waiting());
            object.put("refused", status.refused());
            object.put("synced", text(status.synced()));
            object.put("offline", text(status.offline()));
            lines.print(object, out);
        } else {
            out.println(word(status.state()).replace('_', ' ') + counted(status.waiting(), status.refused()));
        }
        out.flush();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static String sentence(Step step) {
        return switch (step.kind()) {
            case SIGNED_OUT -> "Sign in again, in the window's settings: the family's database does not know this sign-in.";
            case ACCOUNT_GONE -> "The account was deleted in the family's database. Everything here stays, on this computer"
                    + " only.";
            case UPDATE_NEEDED -> "The family's database needs a newer Larder: update it on this computer.";
            case MANY_DELETIONS -> "Very much would be deleted here. Open the window and say whether that is meant.";
            case DONE -> (step.upToDate() ? "Up to date" : step.more() ? "Going on" : "Not all of it is there yet")
                    + ": " + step.sent() + " sent, " + step.received() + " received"
                    + counted(step.waiting(), step.refused()) + ".";
        };
    }

    private static String counted(int waiting, int refused) {
        return (waiting > refused ? ", " + (waiting - refused) + " waiting" : "")
                + (refused > 0 ? ", " + refused + " refused" : "");
    }

    private static String sentence(ServerTroubleException.Kind kind) {
        return switch (kind) {
            case AGAIN -> "The family's database can't be reached. What changed here waits and is sent the next time.";
            case REFUSED -> "The family's database does not let this computer in any more.";
            case SCHEMA -> "The family's database has to be brought up to date: larder database migrate.";
            case UNKNOWN -> "The family's database answered with an error. What changed here waits.";
        };
    }
}
