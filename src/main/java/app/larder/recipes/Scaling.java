package app.larder.recipes;

import java.awt.image.BufferedImage;

/** Makes a picture smaller by the mean of the pixels that fall together, and turns it the right way up. */
final class Scaling {

    private Scaling() {}

    /**
     * The smaller picture.
     *
     * @param longest the most pixels of its longer side
     * @param orientation as {@link PictureFile#orientation} says it
     */
    static BufferedImage of(BufferedImage from, int longest, int orientation) {
        double ratio = Math.min(1, (double) longest / Math.max(from.getWidth(), from.getHeight()));
        int width = Math.max(1, (int) Math.round(from.getWidth() * ratio));
        int height = Math.max(1, (int) Math.round(from.getHeight() * ratio));
        boolean turned = orientation >= 5;
        boolean alpha = from.getColorModel().hasAlpha();
        BufferedImage to = new BufferedImage(
                turned ? height : width,
                turned ? width : height,
                alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * from.getHeight() / height);
            int bottom = Math.max(top + 1, (int) ((y + 1L) * from.getHeight() / height));
            int[] band = from.getRGB(0, top, from.getWidth(), bottom - top, null, 0, from.getWidth());
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * from.getWidth() / width);
                int right = Math.max(left + 1, (int) ((x + 1L) * from.getWidth() / width));
                set(to, x, y, width, height, orientation, mean(band, from.getWidth(), bottom - top, left, right));
            }
        }
        return to;
    }

    private static int mean(int[] band, int stride, int rows, int left, int right) {
        long alpha = 0;
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int row = 0; row < rows; row++) {
            for (int x = left; x < right; x++) {
                int pixel = band[row * stride + x];
                int opaque = pixel >>> 24;
                alpha += opaque;
                red += (long) (pixel >> 16 & 0xff) * opaque;
                green += (long) (pixel >> 8 & 0xff) * opaque;
                blue += (long) (pixel & 0xff) * opaque;
            }
        }
        if (alpha == 0) {
            return 0;
        }
        long count = (long) rows * (right - left);
        return (int) ((alpha / count) << 24 | (red / alpha) << 16 | (green / alpha) << 8 | (blue / alpha));
    }

    private static void set(BufferedImage to, int x, int y, int width, int height, int orientation, int pixel) {
        int mirrored = width - 1 - x;
        int flipped = height - 1 - y;
        switch (orientation) {
            case 2 -> to.setRGB(mirrored, y, pixel);
            case 3 -> to.setRGB(mirrored, flipped, pixel);
            case 4 -> to.setRGB(x, flipped, pixel);
            case 5 -> to.setRGB(y, x, pixel);
            case 6 -> to.setRGB(flipped, x, pixel);
            case 7 -> to.setRGB(flipped, mirrored, pixel);
            case 8 -> to.setRGB(y, mirrored, pixel);
            default -> to.setRGB(x, y, pixel);
        }
    }
}
