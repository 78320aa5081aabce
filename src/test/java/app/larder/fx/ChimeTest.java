package app.larder.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChimeTest {

    @Test
    void threeStrokesThatBeginSoftlyRingAndDieAway() {
        byte[] sound = Chime.strokes();
        int stroke = sound.length / 3;

        assertEquals(0, loudest(sound, 0, 2));
        for (int i = 0; i < 3; i++) {
            int start = i * stroke;
            assertTrue(loudest(sound, start, start + stroke / 4) > 10_000, "stroke " + i + " is heard");
            assertTrue(loudest(sound, start + stroke * 9 / 10, start + stroke) < 2_500, "stroke " + i + " dies away");
        }
    }

    @Test
    void aComputerWithoutSoundStaysSilentAndWellBehaved() {
        new Chime(Background.direct()).ring();
    }

    private static int loudest(byte[] sound, int from, int to) {
        int loudest = 0;
        for (int i = from / 2 * 2; i + 1 < to; i += 2) {
            loudest = Math.max(loudest, Math.abs((sound[i] & 0xFF) | sound[i + 1] << 8));
        }
        return loudest;
    }
}
