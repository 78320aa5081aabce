package app.larder.recipes.view;

import app.larder.recipes.DraftLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A list of lines that is typed like a text: Enter divides a line, Backspace at its start joins it to the one before,
 * pasted lines become lines. There is always at least one line to type in.
 */
final class EditorLines {

    /** What marks the items of a list in pasted text; it is not part of the item. */
    static final Pattern BULLET = Pattern.compile("^\\s*(?:[•▢☐□▪●◦‣·*]|[-–—](?=\\s))\\s*");

    /** Bullets, "1." and "Step 1:" before pasted steps; steps are numbered on screen. */
    static final Pattern NUMBER =
            Pattern.compile("^\\s*(?:(?:(?:step|schritt)\\s*)?\\d{1,2}\\s*[.):]\\s+|[•▢☐□▪●◦‣·*]\\s*|[-–—]\\s+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern LINE_END = Pattern.compile("\\R");

    private final ObservableList<EditorLine> lines = FXCollections.observableArrayList();
    private final List<Subscription> watched = new ArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable Place> caret = new ReadOnlyObjectWrapper<>();
    private final Pattern mark;
    private final Runnable changed;

    /** A place to type at: before the character {@code position} of a line. Two are never equal, so each is told. */
    static final class Place {
        private final EditorLine line;
        private final int position;

        Place(EditorLine line, int position) {
            this.line = line;
            this.position = position;
        }

        EditorLine line() {
            return line;
        }

        int position() {
            return position;
        }
    }

    /**
     * No lines yet.
     *
     * @param mark what is taken off the start of pasted lines
     * @param changed called after every change of a line or of their order
     */
    EditorLines(Pattern mark, Runnable changed) {
        this.mark = mark;
        this.changed = changed;
        fill(List.of());
    }

    ObservableList<EditorLine> lines() {
        return lines;
    }

    /** Where the next typing belongs, set by commands that move it; each place is a new object. */
    ReadOnlyObjectProperty<@Nullable Place> caretProperty() {
        return caret.getReadOnlyProperty();
    }

    /** The lines as a draft keeps them, without blank ones at the end. */
    List<DraftLine> drafts() {
        List<DraftLine> drafts = new ArrayList<>(lines.stream().map(EditorLine::get).toList());
        while (!drafts.isEmpty() && drafts.getLast().isBlank()) {
            drafts.removeLast();
        }
        return drafts;
    }

    /** Replaces everything. */
    void fill(List<DraftLine> drafts) {
        watched.forEach(Subscription::unsubscribe);
        watched.clear();
        caret.set(null);
        lines.setAll(drafts.stream().map(this::watched).toList());
        if (lines.isEmpty()) {
            lines.add(watched(DraftLine.of("")));
        }
        changed.run();
    }

    void type(EditorLine line, String text) {
        if (!line.text().equals(text)) {
            line.change(d -> d.withText(text));
        }
    }

    /** Enter: what stands after the caret moves to a line of its own. At the start, a blank line comes before. */
    void split(EditorLine line, int position) {
        int index = lines.indexOf(line);
        String text = line.text();
        if (position <= 0 && !text.isEmpty()) {
            lines.add(index, watched(DraftLine.of("")));
            place(line, 0);
        } else {
            EditorLine next = watched(DraftLine.of(text.substring(position).stripLeading()));
            type(line, text.substring(0, position));
            lines.add(index + 1, next);
            place(next, 0);
        }
        changed.run();
    }

    /**
     * Backspace at the start: a line made a heading becomes plain, a blank one goes, else it joins the one before.
     *
     * @return whether that did anything
     */
    boolean joinToPrevious(EditorLine line) {
        int index = lines.indexOf(line);
        if (line.get().heading()) {
            line.change(d -> d.withHeading(false));
            place(line, 0);
            return true;
        }
        if (index <= 0) {
            return false;
        }
        join(lines.get(index - 1), line);
        return true;
    }

    /** Delete at the end: the next line joins this one. Returns whether there was one. */
    boolean joinNext(EditorLine line) {
        int index = lines.indexOf(line);
        if (index < 0 || index == lines.size() - 1) {
            return false;
        }
        join(line, lines.get(index + 1));
        return true;
    }

    private void join(EditorLine first, EditorLine second) {
        if (first.text().isEmpty()) {
            lines.remove(first);
            place(second, 0);
        } else {
            int end = first.text().length();
            type(first, first.text() + second.text());
            lines.remove(second);
            place(first, end);
        }
        changed.run();
    }

    /** Pasted text in place of a selection, a line for each of its lines; blank ones and list marks are left out. */
    void paste(EditorLine line, int from, int to, String pasted) {
        List<String> fresh = LINE_END.splitAsStream(pasted)
                .map(l -> mark.matcher(l).replaceFirst("").strip())
                .filter(l -> !l.isEmpty())
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        String before = line.text().substring(0, from);
        String after = line.text().substring(to);
        if (fresh.size() == 1) {
            type(line, before + fresh.getFirst() + after);
            place(line, from + fresh.getFirst().length());
            return;
        }
        type(line, before + fresh.getFirst());
        int index = lines.indexOf(line);
        String last = fresh.getLast() + after;
        List<EditorLine> added = new ArrayList<>();
        for (String text : fresh.subList(1, fresh.size() - 1)) {
            added.add(watched(DraftLine.of(text)));
        }
        EditorLine end = watched(DraftLine.of(last));
        added.add(end);
        lines.addAll(index + 1, added);
        place(end, fresh.getLast().length());
        changed.run();
    }

    /** Moves a line to another index of the list; outside of it nothing happens. */
    void move(EditorLine line, int to) {
        int from = lines.indexOf(line);
        if (from < 0 || to < 0 || to >= lines.size() || from == to) {
            return;
        }
        List<EditorLine> order = new ArrayList<>(lines);
        order.remove(from);
        order.add(to, line);
        lines.setAll(order);
        changed.run();
    }

    /** Alt+Up, Alt+Down: one place towards the start or the end. */
    void moveBy(EditorLine line, int places) {
        move(line, lines.indexOf(line) + places);
        place(line, line.text().length());
    }

    /** Takes a line out; the list is never left without one. Returns what takes it back in. */
    Runnable remove(EditorLine line) {
        int index = lines.indexOf(line);
        lines.remove(line);
        if (lines.isEmpty()) {
            lines.add(watched(DraftLine.of("")));
        }
        EditorLine near = lines.get(Math.min(index, lines.size() - 1));
        place(near, near.text().length());
        changed.run();
        return () -> {
            lines.add(Math.min(index, lines.size()), line);
            changed.run();
        };
    }

    /** Makes a line a heading, or a heading a plain line. */
    void toggleHeading(EditorLine line) {
        line.change(d -> d.withHeading(d.headingWords().isEmpty() && !d.heading()));
        place(line, line.text().length());
    }

    /** A blank line at the end, or the one that is there. */
    void append(boolean heading) {
        if (!lines.getLast().get().isBlank()) {
            lines.add(watched(DraftLine.of("")));
        }
        EditorLine last = lines.getLast();
        last.change(d -> d.withHeading(heading));
        place(last, 0);
        changed.run();
    }

    /** Where Up and Down lead; null at the ends. */
    @Nullable EditorLine neighbour(EditorLine line, int places) {
        int index = lines.indexOf(line) + places;
        return index < 0 || index >= lines.size() ? null : lines.get(index);
    }

    void place(EditorLine line, int position) {
        caret.set(new Place(line, position));
    }

    private EditorLine watched(DraftLine content) {
        EditorLine line = new EditorLine(content);
        watched.add(line.contentProperty().subscribe((before, now) -> changed.run()));
        return line;
    }
}
