package app.larder.cli;

import app.larder.chat.AnswerListener;
import app.larder.chat.Answerer;
import app.larder.chat.Answering;
import app.larder.chat.ChatMessage;
import app.larder.chat.ChatRoom;
import app.larder.chat.ChatSession;
import app.larder.chat.Conversation;
import app.larder.chat.Ended;
import app.larder.chat.MessageDetails;
import app.larder.chat.Proposal;
import app.larder.chat.TurnProblem;
import app.larder.words.Sentence;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code larder chat}: one question and its answer, which is printed while it is written. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = "Asks the model that Settings names, or the built-in helper, and prints the answer as it comes.",
        footer = {
            "",
            "The answer goes to standard output; the conversation's id and what went wrong to standard error. The question"
                    + " and the answer are kept like those of the window.",
            "A model on another computer is asked only after you have agreed to that once, in the window's Chat room."
        })
public final class ChatCommand implements Callable<Integer>, UsesLarder {

    private static final String NEW = "NEW";

    private final Supplier<OpenLarder> larder;
    private final PrintStream out;
    private final PrintStream err;

    @Option(
            names = "--session",
            paramLabel = "NEW|ID",
            defaultValue = NEW,
            description = "Goes on with a conversation, or begins a new one. Default: NEW.")
    private String session = NEW;

    @Parameters(paramLabel = "WORDS", arity = "1..*", description = "What to say.")
    private List<String> words = List.of();

    /** The command on whatever larder the command line names. */
    public ChatCommand(Supplier<OpenLarder> larder, Streams streams) {
        this(larder, streams.out(), streams.err());
    }

    ChatCommand(Supplier<OpenLarder> larder, PrintStream out, PrintStream err) {
        this.larder = larder;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        String question = String.join(" ", words);
        Optional<UUID> wanted = session.equalsIgnoreCase(NEW) ? Optional.empty() : Optional.of(id(session));
        if (question.isBlank()) {
            throw new CommandFailure(Exit.USAGE, "Say something after the options.");
        }
        ChatRoom room = larder.get().chatRoom();
        ChatSession conversation = wanted.map(id -> room.open(id)
                        .map(Conversation::session)
                        .orElseThrow(() -> new CommandFailure(Exit.FAILED, "There is no conversation with the id " + id + ".")))
                .orElseGet(room::begin);
        Answerer answerer = room.answerer();
        if (!answerer.agreed()) {
            throw new CommandFailure(
                    Exit.FAILED,
                    "Nothing was sent or kept: " + Terminal.plain(answerer.host()) + " is not on this computer, and you have not agreed"
                            + " yet that text goes there. Ask something in the window's Chat room once and agree there.");
        }
        err.println("session " + conversation.id());
        err.println(answerer.isHelper()
                ? "The built-in helper answers; it is no AI."
                : Terminal.plain(answerer.model()) + (answerer.local() ? " on this computer answers." : " at " + answerer.host() + " answers."));
        return print(room, conversation, question);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(Exit.USAGE, "--session takes NEW or the id of a conversation.", e);
        }
    }

    private int print(ChatRoom room, ChatSession conversation, String question) {
        Printing printing = new Printing();
        Answering answering = room.send(conversation, question, printing);
        printing.follow(answering);
        Ended end = printing.end.join();
        ChatMessage answer = end.answer();
        printing.rest(answer == null ? answering.soFar().text() : answer.content());
        out.println();
        if (answer != null) {
            answer.details().proposals().forEach(this::card);
            if (MessageDetails.PARTLY_READ.equals(answer.details().problem())) {
                err.println(Sentence.of("chat.mark.partly-read").english());
            }
        }
        TurnProblem problem = end.problem();
        if (problem != null) {
            err.println(Terminal.plain(problem.sentence().english()));
        }
        return problem == null && answer != null ? Exit.DONE : Exit.FAILED;
    }

    private void card(Proposal proposal) {
        switch (proposal) {
            case Proposal.OfRecipe recipe -> {
                out.println("\nProposed recipe: " + Terminal.plain(recipe.recipe().name()));
                recipe.recipe().ingredients().forEach(line -> out.println("  " + Terminal.plain(line)));
                recipe.recipe().steps().forEach(line -> out.println("  - " + Terminal.plain(line)));
            }
            case Proposal.OfPantry pantry -> {
                out.println("\nProposed changes to what is at home:");
                pantry.moves().forEach(move -> out.println("  " + move.what() + " "
                        + Terminal.plain((move.amount() + " " + move.item()).strip())));
            }
        }
        out.println("Nothing was saved; accept it in the window.");
    }

    /** Prints what is new each time something is. */
    private final class Printing implements AnswerListener {

        private final CompletableFuture<Ended> end = new CompletableFuture<>();
        private volatile @Nullable Answering answering;
        private int printed;

        void follow(Answering followed) {
            answering = followed;
            changed();
        }

        @Override
        public void changed() {
            Answering now = answering;
            if (now != null) {
                rest(now.soFar().text());
            }
        }

        @Override
        public void ended(Ended how) {
            end.complete(how);
        }

        synchronized void rest(String text) {
            if (text.length() > printed) {
                out.print(Terminal.plain(text.substring(printed)));
                out.flush();
                printed = text.length();
            }
        }
    }
}
