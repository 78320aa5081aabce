package app.larder.cli;

/** Text for a terminal: recipes are strangers' words and must not be able to steer it. */
final class Terminal {

    private Terminal() {}

    /** The text without control characters other than line ends. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\u2028\u2029&&[^\\n]]", "");
    }
}
