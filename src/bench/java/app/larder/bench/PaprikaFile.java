package app.larder.bench;

import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import tools.jackson.databind.json.JsonMapper;

/** Writes a collection as Paprika 3 exports it: a ZIP of gzipped JSON objects, a photo in every third of them. */
final class PaprikaFile {

    private static final int MOTIFS = 24;
    private static final int EDGE = 520;

    private final RecipeCorpus corpus;
    private final Random random;
    private final JsonMapper mapper = new JsonMapper();

    PaprikaFile(long seed) {
        this.corpus = new RecipeCorpus(seed);
        this.random = new Random(seed);
    }

    /** Writes so many recipes; how many bytes of photos are among them, unpacked. */
    long write(Path file, int count) throws IOException {
        List<byte[]> motifs = new ArrayList<>();
        for (int i = 0; i < MOTIFS; i++) {
            motifs.add(jpeg());
        }
        long photos = 0;
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int number = 0; number < count; number++) {
                byte[] photo = number % 3 == 0 ? marked(motifs.get(random.nextInt(MOTIFS)), number) : new byte[0];
                photos += photo.length;
                zip.putNextEntry(new ZipEntry("recipe " + number + ".paprikarecipe"));
                zip.write(gzip(mapper.writeValueAsBytes(object(corpus.recipe(number), number, photo))));
                zip.closeEntry();
            }
        }
        return photos;
    }

    private Map<String, Object> object(Recipe recipe, int number, byte[] photo) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("uid", recipe.id().toString().toUpperCase(java.util.Locale.ROOT));
        object.put("name", recipe.name() + " " + number);
        object.put("ingredients", recipe.ingredients().stream().map(Ingredient::line).collect(Collectors.joining("\n")));
        object.put("directions", String.valueOf(recipe.instructions()));
        object.put("description", recipe.description() == null ? "" : recipe.description());
        object.put("notes", recipe.details().notes() == null ? "" : recipe.details().notes());
        object.put("nutritional_info", "");
        object.put("servings", "Serves " + recipe.details().servings());
        object.put("prep_time", recipe.prepTimeMinutes() == null ? "" : recipe.prepTimeMinutes() + " mins");
        object.put("cook_time", "");
        object.put("total_time", "");
        object.put("difficulty", "Easy");
        object.put("rating", random.nextInt(6));
        object.put("categories", recipe.details().tags());
        object.put("source", recipe.source() == null ? "" : recipe.source());
        object.put("source_url", "https://kitchen.example/" + number);
        object.put("created", "2020-01-%02d 10:20:30".formatted(1 + number % 28));
        object.put("photo", photo.length == 0 ? "" : "photo-" + number + ".jpg");
        object.put("photo_data", Base64.getEncoder().encodeToString(photo));
        object.put("photos", List.of());
        return object;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /** A picture with the grain of a photo, which is what makes a JPEG large. */
    private byte[] jpeg() throws IOException {
        BufferedImage image = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int i = 0; i < 400; i++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            pen.fillOval(random.nextInt(EDGE), random.nextInt(EDGE), random.nextInt(90), random.nextInt(90));
        }
        pen.dispose();
        int grain = 20 + random.nextInt(60);
        for (int y = 0; y < EDGE; y++) {
            for (int x = 0; x < EDGE; x++) {
                Color here = new Color(image.getRGB(x, y));
                int more = random.nextInt(grain) - grain / 2;
                image.setRGB(x, y, new Color(lit(here.getRed() + more), lit(here.getGreen() + more), lit(here.getBlue() + more)).getRGB());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    private static int lit(int value) {
        return Math.clamp(value, 0, 255);
    }

    /** The same picture with a comment of its own, so that no two recipes share a file. */
    private static byte[] marked(byte[] jpeg, int number) {
        return ByteBuffer.allocate(jpeg.length + 8)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFFE)
                .putShort((short) 6)
                .putInt(number)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
