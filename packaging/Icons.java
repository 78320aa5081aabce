import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws {@code larder.svg} in every size: {@code java packaging/Icons.java} leaves {@code larder-N.png}, {@code larder.ico}
 * and {@code larder.icns} beside it. Run after changing the drawing, with {@code rsvg-convert} (librsvg2-bin) on the path;
 * the build itself takes what is there.
 */
final class Icons {

    private static final Path FOLDER = Path.of("packaging", "icons");
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512, 1024);
    private static final List<Integer> WINDOWS = List.of(16, 24, 32, 48, 64, 256);
    /** Apple's names for a PNG of a size; those after ic10 are the same sizes for screens with twice the dots. */
    private static final Map<String, Integer> APPLE = new TreeMap<>(Map.of(
            "icp4", 16, "icp5", 32, "ic07", 128, "ic08", 256, "ic09", 512, "ic10", 1024,
            "ic11", 32, "ic12", 64, "ic13", 256, "ic14", 512));

    public static void main(String[] args) throws IOException, InterruptedException {
        Map<Integer, byte[]> drawn = new TreeMap<>();
        for (int size : SIZES) {
            Path png = FOLDER.resolve("larder-" + size + ".png");
            String width = String.valueOf(size);
            int exit = new ProcessBuilder(
                            "rsvg-convert", "-w", width, "-h", width, FOLDER.resolve("larder.svg").toString(), "-o", png.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException("rsvg-convert ended with " + exit);
            }
            drawn.put(size, Files.readAllBytes(png));
        }
        Files.write(FOLDER.resolve("larder.ico"), ico(drawn));
        Files.write(FOLDER.resolve("larder.icns"), icns(drawn));
    }

    /** A directory of pictures, then the pictures: since Vista each may be a PNG; a width of 0 means 256. */
    private static byte[] ico(Map<Integer, byte[]> drawn) {
        int size = 6 + 16 * WINDOWS.size() + WINDOWS.stream().mapToInt(s -> drawn.get(s).length).sum();
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.size());
        int place = 6 + 16 * WINDOWS.size();
        for (int s : WINDOWS) {
            out.put((byte) s).put((byte) s).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            out.putInt(drawn.get(s).length).putInt(place);
            place += drawn.get(s).length;
        }
        WINDOWS.forEach(s -> out.put(drawn.get(s)));
        return out.array();
    }

    /** "icns", the whole length, then for each picture its name, its length with these eight bytes, and the PNG. */
    private static byte[] icns(Map<Integer, byte[]> drawn) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write("icns".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(8 + APPLE.values().stream().mapToInt(s -> 8 + drawn.get(s).length).sum());
        for (Map.Entry<String, Integer> picture : APPLE.entrySet()) {
            out.write(picture.getKey().getBytes(StandardCharsets.US_ASCII));
            out.writeInt(8 + drawn.get(picture.getValue()).length);
            out.write(drawn.get(picture.getValue()));
        }
        return bytes.toByteArray();
    }
}
