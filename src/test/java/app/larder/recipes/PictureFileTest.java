package app.larder.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.recipes.UnusablePhotoException.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures are known by their content, and nothing else passes for one. */
class PictureFileTest {

    private static Reason reason(byte[] bytes) {
        return assertThrows(UnusablePhotoException.class, () -> PictureFile.of(bytes)).reason();
    }

    @Test
    void everyFormatIsKnownByItsContentWithItsSize() {
        assertEquals(new PictureFile("image/jpeg", 33, 21), PictureFile.of(Pictures.plate(33, 21, 20, "jpg")));
        assertEquals(new PictureFile("image/png", 33, 21), PictureFile.of(Pictures.plate(33, 21, 20, "png")));
        assertEquals(new PictureFile("image/gif", 33, 21), PictureFile.of(Pictures.plate(33, 21, 20, "gif")));
        for (String webp : List.of(Pictures.LOSSY, Pictures.LOSSLESS, Pictures.SHINES_THROUGH)) {
            assertEquals(new PictureFile("image/webp", 24, 16), PictureFile.of(Pictures.webp(webp)));
        }
    }

    @Test
    void whatOnlyPosesAsAPictureIsRefused() {
        for (String text : List.of(
                "", "x", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<!DOCTYPE html><img src='a.jpg'>", "GIF8", "RIFF",
                "RIFFxxxxWAVE", "%PDF-1.7", "BM not taken")) {
            assertEquals(Reason.NO_PICTURE, reason(text.getBytes(StandardCharsets.UTF_8)), text);
        }
    }

    @Test
    void aPictureThatIsCutOffAnywhereIsRefused() {
        for (byte[] whole : List.of(
                Pictures.plate(33, 21, 20, "jpg"), Pictures.plate(33, 21, 20, "png"), Pictures.plate(33, 21, 20, "gif"),
                Pictures.webp(Pictures.LOSSY), Pictures.webp(Pictures.LOSSLESS), Pictures.webp(Pictures.SHINES_THROUGH))) {
            int most = whole.length - (whole[0] == 'G' ? 2 : 1);
            for (int length = 0; length <= most; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                Reason reason = reason(cut);
                assertTrue(reason == Reason.DAMAGED || reason == Reason.NO_PICTURE, reason + " at " + length);
            }
        }
    }

    @Test
    void whateverIsChangedInAPictureItIsTakenOrRefusedAndNothingElse() {
        Random random = new Random(5);
        for (byte[] whole : List.of(
                Pictures.turned(Pictures.plate(33, 21, 20, "jpg"), 6), Pictures.plate(33, 21, 20, "png"),
                Pictures.plate(33, 21, 20, "gif"), Pictures.webp(Pictures.SHINES_THROUGH))) {
            for (int i = 0; i < 300; i++) {
                byte[] changed = whole.clone();
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                try {
                    PictureFile found = PictureFile.of(changed);
                    assertTrue(found.width() > 0 && found.height() > 0);
                    assertTrue(PictureFile.orientation(changed) >= 1);
                } catch (UnusablePhotoException e) {
                    assertTrue(e.reason() != Reason.NO_RECIPE);
                }
            }
        }
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsDecoded() {
        assertEquals(Reason.TOO_LARGE, reason(new byte[PictureFile.MOST_BYTES + 1]));
        byte[] png = Pictures.plate(8, 8, 0, "png");
        ByteBuffer.wrap(png).putInt(16, 10_000).putInt(20, 5_001);
        assertEquals(Reason.TOO_MANY_PIXELS, reason(png));
        ByteBuffer.wrap(png).putInt(16, 10_000).putInt(20, 5_000);
        assertEquals(10_000, PictureFile.of(png).width());
        ByteBuffer.wrap(png).putInt(16, -1);
        assertEquals(Reason.DAMAGED, reason(png));
    }

    private static BufferedImage image(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void aSmallCopyKeepsTheShapeAndTheColours() throws IOException {
        for (String format : List.of("jpg", "png", "gif")) {
            BufferedImage small =
                    image(SmallPicture.of(Pictures.halves(800, 400, format), 160).orElseThrow());
            assertEquals(160, small.getWidth(), format);
            assertEquals(80, small.getHeight(), format);
            assertTrue((small.getRGB(10, 40) >> 16 & 255) > 240 && (small.getRGB(10, 40) & 255) < 20, format);
            assertTrue((small.getRGB(150, 40) >> 16 & 255) < 20 && (small.getRGB(150, 40) & 255) > 240, format);
        }
        assertEquals(20, image(SmallPicture.of(Pictures.halves(20, 10, "png"), 160).orElseThrow()).getWidth());
    }

    @Test
    void aWebPictureHasASmallCopyToo() throws IOException {
        for (String webp : List.of(Pictures.LOSSY, Pictures.LOSSLESS, Pictures.SHINES_THROUGH)) {
            BufferedImage small = image(SmallPicture.of(Pictures.webp(webp), 12).orElseThrow());
            assertEquals(12, small.getWidth());
            assertEquals(8, small.getHeight());
        }
    }

    @Test
    void aPictureOfAPhoneHeldUprightIsUpright() throws IOException {
        byte[] jpeg = Pictures.halves(200, 100, "jpg");
        BufferedImage clockwise = image(SmallPicture.of(Pictures.turned(jpeg, 6), 100).orElseThrow());
        assertEquals(50, clockwise.getWidth());
        assertEquals(100, clockwise.getHeight());
        assertTrue((clockwise.getRGB(25, 5) >> 16 & 255) > 200, "red is on top");
        BufferedImage counter = image(SmallPicture.of(Pictures.turned(jpeg, 8), 100).orElseThrow());
        assertTrue((counter.getRGB(25, 95) >> 16 & 255) > 200, "red is below");
        BufferedImage around = image(SmallPicture.of(Pictures.turned(jpeg, 3), 100).orElseThrow());
        assertTrue((around.getRGB(95, 25) >> 16 & 255) > 200, "red is to the right");
    }

    @Test
    void whatCannotBeDecodedHasNoSmallCopy() {
        byte[] png = Pictures.plate(64, 64, 0, "png");
        Arrays.fill(png, 50, png.length - 20, (byte) 7);
        // Its chunk's length still leads to the end.
        assertTrue(SmallPicture.of(png, 32).isEmpty());
    }
}
