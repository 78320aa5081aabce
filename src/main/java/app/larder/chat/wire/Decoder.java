package app.larder.chat.wire;

/** Reads one answer off a wire, line by line. A {@link StreamFault} ends it. */
interface Decoder {

    /** One line, without its end. */
    void line(String line);

    /** Whether the answer has said that it is over; what follows is not read. */
    boolean isOver();

    /**
     * How it ended, now that nothing comes any more.
     *
     * @param rest what came after the end of the last line
     */
    ChatEvent.Terminal end(String rest);
}
