package app.larder.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The quiet notice area: one sentence at a time, often with an Undo. What can be undone stays undoable with Ctrl+Z
 * after the notice has gone. Used on the JavaFX thread only.
 */
public final class Notices {

    /** Undo steps kept; older ones are still in the trash. */
    private static final int UNDO_DEPTH = 50;

    /** What a notice is about, which decides its colour and how long it stays. */
    public enum Kind {
        DONE,
        PROBLEM
    }

    /**
     * One notice.
     *
     * @param text a plain sentence
     * @param action label of its button; null if there is nothing to do
     * @param run what the button does; null exactly if {@code action} is
     */
    public record Notice(Kind kind, String text, @Nullable String action, @Nullable Runnable run) {}

    private final ReadOnlyObjectWrapper<@Nullable Notice> current = new ReadOnlyObjectWrapper<>();
    private final Deque<Undo> undos = new ArrayDeque<>();

    /** What was done, said when it is taken back, and how that is done. */
    private record Undo(Supplier<String> text, Runnable run) {}

    /** Says that something was done. */
    public void done(String text) {
        current.set(new Notice(Kind.DONE, text, null, null));
    }

    /** Says that something was done, and offers what may come next. */
    public void offer(String text, String action, Runnable run) {
        current.set(new Notice(Kind.DONE, text, action, run));
    }

    /** Says that something was done, and how to take it back: by the button or Ctrl+Z. */
    public void undoable(String text, String undoLabel, Runnable undo) {
        Undo step = push(() -> text, undo);
        current.set(new Notice(Kind.DONE, text, undoLabel, () -> {
            if (undos.remove(step)) {
                undo.run();
            }
        }));
    }

    /** Something was done that shows for itself: nothing is said until Ctrl+Z takes it back. */
    public void undoable(Supplier<String> text, Runnable undo) {
        push(text, undo);
    }

    private Undo push(Supplier<String> text, Runnable undo) {
        Undo step = new Undo(text, undo);
        undos.push(step);
        while (undos.size() > UNDO_DEPTH) {
            undos.removeLast();
        }
        return step;
    }

    /** Says what went wrong, in a sentence that also says what to do. */
    public void problem(String text) {
        current.set(new Notice(Kind.PROBLEM, text, null, null));
    }

    /** Says what went wrong and offers a way on. */
    public void problem(String text, String action, Runnable run) {
        current.set(new Notice(Kind.PROBLEM, text, action, run));
    }

    /** Takes back the latest thing that can be. Returns what that was, in words; null if there is none. */
    public @Nullable String undo() {
        Undo latest = undos.poll();
        if (latest == null) {
            return null;
        }
        dismiss();
        String said = latest.text.get();
        latest.run.run();
        return said;
    }

    /** Somebody else is there now: nothing that was done before can be taken back, and nothing is said about it. */
    public void forget() {
        undos.clear();
        dismiss();
    }

    public void dismiss() {
        current.set(null);
    }

    /** The notice on screen; null if none. */
    public ReadOnlyObjectProperty<@Nullable Notice> currentProperty() {
        return current.getReadOnlyProperty();
    }
}
