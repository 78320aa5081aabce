package app.larder.exchange.output;

import app.larder.recipes.Recipe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes Paprika Recipe Manager 3's file: a ZIP archive of gzipped JSON objects, photos in base64 inside. */
final class PaprikaWriter implements RecipeWriter {

    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public void write(Iterator<Recipe> recipes, Photos photos, OutputStream out) throws IOException {
        FileNames names = new FileNames();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(0);
        while (recipes.hasNext()) {
            Recipe recipe = recipes.next();
            zip.putNextEntry(new ZipEntry(names.of(recipe.name()) + ".paprikarecipe"));
            zip.write(gzipped(JsonFields.bytes(fields(recipe, photos))));
            zip.closeEntry();
        }
        zip.finish();
    }

    private static Map<String, Object> fields(Recipe recipe, Photos photos) {
        Map<String, Object> fields = new LinkedHashMap<>(JsonFields.of(recipe, "paprika", PaprikaWriter::ours));
        List<Photos.Shot> shots = photos.of(recipe);
        if (!shots.isEmpty()) {
            byte[] first = shots.getFirst().bytes();
            fields.putIfAbsent("photo", recipe.id() + "." + shots.getFirst().ending());
            fields.putIfAbsent("photo_hash", sha256(first));
            fields.put("photo_data", Base64.getEncoder().encodeToString(first));
        }
        fields.putIfAbsent("photo_large", null);
        List<Map<String, String>> more = new ArrayList<>();
        for (Photos.Shot shot : shots.subList(Math.min(1, shots.size()), shots.size())) {
            String name = (more.size() + 2) + "." + shot.ending();
            more.add(Map.of(
                    "name", name, "filename", name, "hash", sha256(shot.bytes()),
                    "data", Base64.getEncoder().encodeToString(shot.bytes())));
        }
        fields.put("photos", more);
        return fields;
    }

    private static Map<String, Object> ours(Recipe recipe) {
        String link = Said.link(recipe);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("uid", recipe.id().toString().toUpperCase(Locale.ROOT));
        fields.put("name", recipe.name());
        fields.put("created", CREATED.format(recipe.createdAt()));
        fields.put("ingredients", String.join("\n", Said.ingredients(recipe, "", ":")));
        fields.put("directions", String.join("\n\n", Said.steps(recipe)));
        fields.put("description", Said.orEmpty(recipe.description()));
        fields.put("notes", Said.orEmpty(recipe.details().notes()));
        fields.put("nutritional_info", "");
        fields.put("servings", Said.portions(recipe));
        fields.put("difficulty", "");
        fields.put("prep_time", minutes(recipe.prepTimeMinutes()));
        fields.put("cook_time", minutes(recipe.details().cookTimeMinutes()));
        fields.put("total_time", minutes(recipe.details().totalTimeMinutes()));
        fields.put("source", link == null ? Said.orEmpty(recipe.source()) : "");
        fields.put("source_url", Said.orEmpty(link));
        fields.put("image_url", null);
        fields.put("rating", recipe.details().rating() == null ? 0 : recipe.details().rating());
        fields.put("categories", recipe.details().tags());
        fields.put("hash", sha256((recipe.id() + " " + recipe.createdAt()).getBytes(StandardCharsets.UTF_8)));
        return fields;
    }

    private static String minutes(@Nullable Integer minutes) {
        return minutes == null ? "" : minutes + " min";
    }

    private static byte[] gzipped(byte[] json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
