package app.larder.fx;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** The sound of a kitchen timer: three strokes of a small bell, made here, so that there is no file to lose. */
public final class Chime {

    private static final float RATE = 44_100;
    private static final int STROKES = 3;
    private static final double STROKE_SECONDS = 0.45;
    private static final double PITCH_HZ = 1174.7;

    private final Background background;

    /** A bell that is struck off the JavaFX thread. */
    public Chime(Background background) {
        this.background = background;
    }

    /** Rings once, about a second and a half; a computer without sound stays silent. */
    public void ring() {
        background.run(
                () -> {
                    play();
                    return true;
                },
                _ -> {},
                // The notice on screen says the same.
                failure -> System.getLogger(Chime.class.getName())
                        .log(System.Logger.Level.DEBUG, "no sound: " + failure.getMessage()));
    }

    private static void play() throws LineUnavailableException {
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        byte[] sound = strokes();
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            line.write(sound, 0, sound.length);
            line.drain();
        }
    }

    /** Sixteen-bit samples, low byte first: each stroke a tone with one overtone that dies away. */
    static byte[] strokes() {
        int each = (int) (RATE * STROKE_SECONDS);
        byte[] sound = new byte[each * STROKES * 2];
        for (int i = 0; i < each * STROKES; i++) {
            double t = i % each / (double) RATE;
            double tone = Math.sin(2 * Math.PI * PITCH_HZ * t) + 0.4 * Math.sin(2 * Math.PI * 2.76 * PITCH_HZ * t);
            // The first three milliseconds rise, because a tone that starts at once clicks.
            double loudness = Math.min(1, t / 0.003) * Math.exp(-7 * t) * 0.5;
            short sample = (short) (Short.MAX_VALUE * Math.clamp(tone * loudness, -1, 1));
            sound[2 * i] = (byte) sample;
            sound[2 * i + 1] = (byte) (sample >> 8);
        }
        return sound;
    }
}
