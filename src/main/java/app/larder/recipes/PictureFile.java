package app.larder.recipes;

import app.larder.recipes.UnusablePhotoException.Reason;
import java.nio.charset.StandardCharsets;

/**
 * What the bytes of a picture say of themselves, found without decoding it and whatever its file is called: JPEG
 * (ITU-T T.81, B.1), PNG (ISO/IEC 15948, 5), GIF (GIF89a specification) or WebP (RFC 9649).
 *
 * @param mediaType as {@link Photo#mediaType}
 * @param width in pixels, more than 0
 * @param height in pixels, more than 0
 */
public record PictureFile(String mediaType, int width, int height) {

    /** The most bytes a photo may have. */
    public static final int MOST_BYTES = 20 << 20;

    /** The most pixels a photo may have. */
    public static final int MOST_PIXELS = 50_000_000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /**
     * Looks at a picture as far as its end.
     *
     * @throws UnusablePhotoException if it is none that Larder keeps
     */
    public static PictureFile of(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new UnusablePhotoException(Reason.TOO_LARGE);
        }
        PictureFile found;
        try {
            found = read(new Octets(bytes));
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new UnusablePhotoException(Reason.DAMAGED);
        }
        if (found.width <= 0 || found.height <= 0) {
            throw new UnusablePhotoException(Reason.DAMAGED);
        }
        if ((long) found.width * found.height > MOST_PIXELS) {
            throw new UnusablePhotoException(Reason.TOO_MANY_PIXELS);
        }
        return found;
    }

    private static PictureFile read(Octets in) {
        if (in.length() > 3 && in.big(0, 3) == 0xffd8ff) {
            return jpeg(in);
        }
        if (in.startsWith(PNG)) {
            return png(in);
        }
        if (in.says(0, "GIF87a") || in.says(0, "GIF89a")) {
            return gif(in);
        }
        if (in.says(0, "RIFF") && in.length() >= 12 && in.says(8, "WEBP")) {
            return webp(in);
        }
        throw new UnusablePhotoException(Reason.NO_PICTURE);
    }

    private static PictureFile jpeg(Octets in) {
        int width = 0;
        int height = 0;
        int at = 2;
        while (in.at(at) == 0xff) {
            int marker = in.at(at + 1);
            if (marker == 0xff) {
                at++;
                continue;
            }
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) {
                height = in.big(at + 5, 2);
                width = in.big(at + 7, 2);
            } else if (marker == 0xda) {
                // Within the scans 0xff is never followed by this: their own bytes of that value are followed by 0.
                while (in.big(at, 2) != 0xffd9) {
                    at++;
                }
                return new PictureFile("image/jpeg", width, height);
            }
            at += 2 + in.big(at + 2, 2);
        }
        throw new UnusablePhotoException(Reason.DAMAGED);
    }

    private static PictureFile png(Octets in) {
        int width = in.big(16, 4);
        int height = in.big(20, 4);
        int at = PNG.length;
        while (!in.says(at + 4, "IEND")) {
            at = in.after(at, 12L + Integer.toUnsignedLong(in.big(at, 4)));
        }
        // Its checksum is the file's last part.
        in.at(at + 11);
        return new PictureFile("image/png", width, height);
    }

    private static PictureFile gif(Octets in) {
        int at = 13 + colours(in.at(10));
        while (in.at(at) == 0x21) {
            at = blocks(in, at + 2);
        }
        if (in.at(at) != 0x2c) {
            throw new UnusablePhotoException(Reason.DAMAGED);
        }
        blocks(in, at + 11 + colours(in.at(at + 9)));
        return new PictureFile("image/gif", in.little(6, 2), in.little(8, 2));
    }

    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int blocks(Octets in, int from) {
        int at = from;
        while (in.at(at) != 0) {
            at += 1 + in.at(at);
        }
        return at + 1;
    }

    private static PictureFile webp(Octets in) {
        in.at(in.after(7, Integer.toUnsignedLong(in.little(4, 4))));
        if (in.says(12, "VP8X")) {
            return new PictureFile("image/webp", 1 + in.little(24, 3), 1 + in.little(27, 3));
        }
        if (in.says(12, "VP8L") && in.at(20) == 0x2f) {
            int bits = in.little(21, 4);
            return new PictureFile("image/webp", 1 + (bits & 0x3fff), 1 + (bits >>> 14 & 0x3fff));
        }
        if (in.says(12, "VP8 ") && in.big(23, 3) == 0x9d012a) {
            return new PictureFile("image/webp", in.little(26, 2) & 0x3fff, in.little(28, 2) & 0x3fff);
        }
        throw new UnusablePhotoException(Reason.DAMAGED);
    }

    /**
     * How a JPEG is to be turned before it is shown (Exif 2.32, tag 0x0112).
     *
     * @return 1 to 8; 1 if the picture says nothing
     */
    static int orientation(byte[] bytes) {
        Octets in = new Octets(bytes);
        try {
            int at = 2;
            while (in.big(0, 2) == 0xffd8 && in.at(at) == 0xff && in.at(at + 1) != 0xda) {
                if (in.at(at + 1) == 0xe1 && in.says(at + 4, "Exif")) {
                    return exif(in, at + 10);
                }
                at += 2 + in.big(at + 2, 2);
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return 1;
        }
        return 1;
    }

    private static int exif(Octets in, int tiff) {
        boolean little = in.at(tiff) == 'I';
        int directory = in.after(tiff, Integer.toUnsignedLong(in.number(tiff + 4, 4, little)));
        int entries = in.number(directory, 2, little);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (in.number(entry, 2, little) == 0x0112) {
                int turned = in.number(entry + 8, 2, little);
                return turned >= 1 && turned <= 8 ? turned : 1;
            }
        }
        return 1;
    }

    /** Unsigned numbers at places of some bytes; beyond their end an {@link ArrayIndexOutOfBoundsException}. */
    private static final class Octets {

        private final byte[] bytes;

        Octets(byte[] bytes) {
            this.bytes = bytes;
        }

        int length() {
            return bytes.length;
        }

        int at(int place) {
            return bytes[place] & 0xff;
        }

        int big(int place, int count) {
            return number(place, count, false);
        }

        int little(int place, int count) {
            return number(place, count, true);
        }

        int number(int place, int count, boolean little) {
            int number = 0;
            for (int i = 0; i < count; i++) {
                number = number << 8 | at(little ? place + count - 1 - i : place + i);
            }
            return number;
        }

        /** The place so many bytes later; the end if that is beyond it. */
        int after(int place, long count) {
            return (int) Math.min(bytes.length, place + count);
        }

        boolean says(int place, String word) {
            return startsWith(place, word.getBytes(StandardCharsets.US_ASCII));
        }

        boolean startsWith(byte[] word) {
            return startsWith(0, word);
        }

        private boolean startsWith(int place, byte[] word) {
            if (place == 0 && bytes.length < word.length) {
                return false;
            }
            for (int i = 0; i < word.length; i++) {
                if (bytes[place + i] != word[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
