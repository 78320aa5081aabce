package app.larder.recipes;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a smaller copy of a picture, the right way up: a JPEG, or a PNG if something shines through it. Of an animation it
 * is the first image. Without any window, so that it works on every machine.
 */
public final class SmallPicture {

    private static final float QUALITY = 0.85f;

    private SmallPicture() {}

    /**
     * The copy.
     *
     * @param image what {@link PictureFile#of} takes
     * @param longest the most pixels of its longer side; a picture that is smaller keeps its size
     * @return empty if the picture cannot be decoded, or is of a kind this Java has no decoder for
     */
    public static Optional<byte[]> of(byte[] image, int longest) {
        try {
            BufferedImage read = read(image, PictureFile.of(image), longest);
            return read == null
                    ? Optional.empty()
                    : Optional.of(written(Scaling.of(read, longest, PictureFile.orientation(image))));
        } catch (IOException | RuntimeException e) {
            // Decoders meet what they don't expect with exceptions of all kinds.
            System.getLogger(SmallPicture.class.getName())
                    .log(System.Logger.Level.DEBUG, "a photo could not be decoded", e);
            return Optional.empty();
        }
    }

    private static @Nullable BufferedImage read(byte[] image, PictureFile file, int longest) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(file.mediaType());
        if (!readers.hasNext()) {
            return null;
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            reader.setInput(in, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            // A quarter of the pixels that are wanted is left for smoothing.
            int step = Math.max(1, Math.max(file.width(), file.height()) / (2 * longest));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] written(BufferedImage image) throws IOException {
        boolean alpha = image.getColorModel().hasAlpha();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(alpha ? "png" : "jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (!alpha) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
