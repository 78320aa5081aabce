package app.larder.kitchen;

/** Gathers what a line says beside amount, unit and name, in the order of the line. */
final class NoteBuilder {

    private final StringBuilder note = new StringBuilder();

    /** Adds a piece of the line, without the marks and blanks at its ends. */
    void add(String line, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isEdge(line.charAt(start)) && line.charAt(start) != '(') {
            start++;
        }
        while (end > start && isEdge(line.charAt(end - 1)) && line.charAt(end - 1) != ')') {
            end--;
        }
        if (start < end && line.charAt(start) == '(' && line.indexOf(')', start) == end - 1) {
            add(line, start + 1, end - 1);
            return;
        }
        if (start < end) {
            if (!note.isEmpty()) {
                note.append(", ");
            }
            appendCollapsed(note, line, start, end);
        }
    }

    int length() {
        return note.length();
    }

    /** Takes back what was added since the note had this length. */
    void cutTo(int length) {
        note.setLength(length);
    }

    /** Appends text with every run of blanks as one space. */
    static void appendCollapsed(StringBuilder to, String line, int start, int end) {
        boolean blank = false;
        for (int i = start; i < end; i++) {
            char c = line.charAt(i);
            if (Numerals.isSpace(c)) {
                blank = true;
            } else if (!Tokens.isInvisible(c)) {
                if (blank) {
                    to.append(' ');
                    blank = false;
                }
                to.append(c);
            }
        }
    }

    private static boolean isEdge(char c) {
        return Numerals.isSpace(c) || ",;:.-–—()[]*|".indexOf(c) >= 0;
    }

    @Override
    public String toString() {
        return note.toString();
    }
}
