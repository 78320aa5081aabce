package app.larder.exchange.input;

/** Numbers as ZIP archives write them (APPNOTE.TXT 6.3, 4.3), lowest byte first, and the marks of their parts. */
final class LittleEndian {

    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int END = 0x06054b50;
    static final int END_64 = 0x06064b50;
    static final int LOCATOR_64 = 0x07064b50;
    static final int LOCAL_HEADER = 30;
    static final int CENTRAL_HEADER = 46;

    private LittleEndian() {}

    static int two(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    static int four(byte[] bytes, int at) {
        return two(bytes, at) | two(bytes, at + 2) << 16;
    }

    static long unsigned(byte[] bytes, int at) {
        return four(bytes, at) & 0xFFFF_FFFFL;
    }

    static long eight(byte[] bytes, int at) {
        return unsigned(bytes, at) | unsigned(bytes, at + 4) << 32;
    }
}
