package app.larder.chat.view;

import app.larder.chat.AnswerSoFar;
import app.larder.chat.ChatMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The messages on screen, the latest ones of a long conversation. What is shown already stays as it is; an answer that
 * was written before one's eyes becomes the stored one in its place.
 */
final class MessagesPane {

    /** So many fill a tall window; opening takes as long as these take to lay out. */
    private static final int AT_FIRST = 24;

    private static final int MORE = 40;

    private final VBox box;
    private final Function<ChatMessage, QuestionBox> questions;
    private final Supplier<AnswerBox> answers;
    private final Map<UUID, Node> boxes = new HashMap<>();
    private List<Shown> shown = List.of();
    private @Nullable AnswerBox live;
    private int most = AT_FIRST;
    private boolean quiet = true;

    /** Messages below each other in that box, in boxes made by those. */
    MessagesPane(VBox box, Function<ChatMessage, QuestionBox> questions, Supplier<AnswerBox> answers) {
        this.box = box;
        this.questions = questions;
        this.answers = answers;
    }

    /** Another conversation: nothing of the one before is kept. */
    void clear() {
        boxes.clear();
        live = null;
        most = AT_FIRST;
        show(List.of());
    }

    void show(List<Shown> messages) {
        shown = messages;
        arrange();
    }

    /** Whether an answer is being written; meanwhile nothing else can be asked. */
    void quiet(boolean now) {
        quiet = now;
        arrange();
    }

    /** Shows the answer that is being written; null if there is none. */
    void show(@Nullable AnswerSoFar soFar) {
        if (soFar == null) {
            if (live != null) {
                box.getChildren().remove(live);
                live = null;
            }
            return;
        }
        if (live == null) {
            live = answers.get();
            box.getChildren().add(live);
        }
        live.show(soFar);
    }

    /** Whether there are earlier messages than those on screen. */
    boolean hasEarlier() {
        return shown.size() > most;
    }

    void earlier() {
        most += MORE;
        arrange();
    }

    private void arrange() {
        List<Shown> latest = shown.subList(Math.max(0, shown.size() - most), shown.size());
        List<Node> nodes = new ArrayList<>();
        for (Shown one : latest) {
            boolean last = one.equals(shown.getLast());
            ChatMessage message = one.message();
            Node node = boxes.computeIfAbsent(message.id(), _ -> fresh(message, last));
            switch (node) {
                case AnswerBox answer -> answer.show(message, last, quiet);
                case QuestionBox question -> question.show(one.unanswered(), quiet);
                default -> throw new IllegalStateException("a box of another kind");
            }
            nodes.add(node);
        }
        if (live != null) {
            nodes.add(live);
        }
        boxes.values().retainAll(nodes);
        if (!box.getChildren().equals(nodes)) {
            box.getChildren().setAll(nodes);
        }
    }

    private Node fresh(ChatMessage message, boolean last) {
        if (!message.isAnswer()) {
            return questions.apply(message);
        }
        AnswerBox written = live;
        if (last && written != null) {
            live = null;
            return written;
        }
        return answers.get();
    }
}
