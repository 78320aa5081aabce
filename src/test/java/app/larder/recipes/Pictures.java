package app.larder.recipes;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Pictures of our own drawing to try photos with. */
public final class Pictures {

    /** 24 x 16 pixels: lossy, lossless, and with what shines through. */
    public static final String LOSSY = "UklGRmgAAABXRUJQVlA4IFwAAAAQBACdASoYABAAPrVOoUmnJKOhMAgA4BaJbACdMoRwN6SAYIEaQq6hqAD+9FF4ysjhoMpasc7"
            + "7c+4sSmrMw5nfC91rGdDaTQAxjUxfLGDr9aO1ubdgaGBfhoAAAA==";

    public static final String LOSSLESS =
            "UklGRi4AAABXRUJQVlA4TCIAAAAvF8ADALkyRPQ/dhHR/wCRtk0d3L/jwcNRGLyYAKoeqP8E";
    public static final String SHINES_THROUGH = "UklGRogAAABXRUJQVlA4WAoAAAAQAAAAFwAADwAAQUxQSAoAAAABB1DAiAhERP8DVlA4IFgAA"
            + "ACQAwCdASoYABAAPtFapkuoJaOhsAgBABoJbACdMoR3ACm73xYgAP7xDgO0x8H4U+3xrfVahFBBXD+b+S052HnVa7/CBOLO8SGgOivjcpx7md6gUI5dIpAA";

    private Pictures() {}

    /** A plate on a table of that hue, in a format that ImageIO writes. */
    public static byte[] plate(int width, int height, int hue, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        double radius = Math.min(width, height) * 0.42;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double far = Math.hypot(x - width / 2.0, y - height / 2.0) / radius;
                float light = 0.35f + 0.3f * y / height;
                Color table = Color.getHSBColor(hue / 360f, 0.45f, light);
                Color food = Color.getHSBColor((hue + 40 + 30 * (float) Math.sin(x / 9.0)) / 360f, 0.7f, 0.85f);
                image.setRGB(x, y, (far < 0.7 ? food : far < 1 ? Color.WHITE : table).getRGB());
            }
        }
        return written(image, format);
    }

    /** Left half red, right half blue. */
    public static byte[] halves(int width, int height, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 ? 0xffff0000 : 0xff0000ff);
            }
        }
        return written(image, format);
    }

    public static byte[] webp(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    /** A JPEG that says it is to be turned so (Exif). */
    public static byte[] turned(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte) orientation, 0, 0, 0, 0, 0, 0, 0
        };
        byte[] all = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, all, 0, 2);
        System.arraycopy(exif, 0, all, 2, exif.length);
        System.arraycopy(jpeg, 2, all, 2 + exif.length, jpeg.length - 2);
        return all;
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
