package app.larder.chat.helper;

import app.larder.chat.wire.ChatBackend;
import app.larder.chat.wire.ChatEvent;
import app.larder.chat.wire.End;
import app.larder.chat.wire.Failure;
import app.larder.chat.wire.FailureKind;
import app.larder.chat.wire.RunningTurn;
import app.larder.chat.wire.TurnMessage;
import app.larder.chat.wire.TurnRequest;
import app.larder.chat.wire.Usage;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Answers without a model, from the kitchen's own functions, in the language of the question. What it does not understand
 * it says it cannot answer; it never imitates a conversation.
 */
public final class BuiltInHelper implements ChatBackend {

    private final HelperKitchen kitchen;
    private final RecipeAnswers recipes;
    private final PantryAnswers pantry;
    private final MeasureAnswers measures;
    private final HelperWords english = new HelperWords(Locale.ENGLISH);
    private final HelperWords german = new HelperWords(Locale.GERMAN);

    /** A helper in that kitchen. */
    public BuiltInHelper(HelperKitchen kitchen) {
        this.kitchen = kitchen;
        this.recipes = new RecipeAnswers(kitchen);
        this.pantry = new PantryAnswers(kitchen);
        this.measures = new MeasureAnswers(kitchen);
    }

    @Override
    public RunningTurn start(TurnRequest request, Consumer<ChatEvent> sink) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Thread.ofVirtual().name("larder-chat-helper").start(() -> sink.accept(run(request, cancelled, sink)));
        return () -> cancelled.set(true);
    }

    private ChatEvent.Terminal run(TurnRequest request, AtomicBoolean cancelled, Consumer<ChatEvent> sink) {
        try {
            String answer = answer(question(request.messages()));
            if (!cancelled.get()) {
                sink.accept(new ChatEvent.Text(answer));
                return new ChatEvent.Finished(answer, List.of(), End.STOP, Usage.UNKNOWN, null);
            }
            return new ChatEvent.Failed(Failure.of(FailureKind.CANCELLED), "");
        } catch (RuntimeException e) {
            String said = e.getMessage();
            return new ChatEvent.Failed(new Failure(FailureKind.SERVER, said == null ? "" : said, 0, null), "");
        }
    }

    private static String question(List<TurnMessage> messages) {
        return messages.isEmpty() || !(messages.getLast() instanceof TurnMessage.User user) ? "" : user.text();
    }

    /** The answer to a question, as Markdown; blocks on the database. */
    public String answer(String typed) {
        Locale language = Question.language(typed, kitchen.locale());
        HelperWords words = language.equals(Locale.GERMAN) ? german : english;
        Question question = Question.of(typed);
        String text = switch (question.intent()) {
            case WHO -> words.say("who") + "\n\n" + words.say("can");
            case DEGREES -> measures.degrees(question, words);
            case CONVERT -> measures.convert(question, words);
            case SUBSTITUTE -> measures.substitute(question, words);
            case KEEP -> measures.keeps(question, words);
            case SCALE -> recipes.scale(question, words);
            case MISSING -> recipes.missing(question, words);
            case TIME -> recipes.time(question, words);
            case COUNT -> words.say("count.recipes", kitchen.recipeCount());
            case FIND, RECIPES -> recipes.find(question, words);
            case USE_SOON -> pantry.useSoon(words);
            case HAVE -> pantry.have(question, words);
            case PANTRY -> pantry.all(words);
            case COOK -> recipes.cook(question, words);
            case UNKNOWN -> words.say("decline") + "\n\n" + words.say("can");
        };
        return text + "\n\n" + words.say("foot");
    }
}
