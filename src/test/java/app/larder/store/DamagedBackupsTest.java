package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.backup.BackupFile;
import app.larder.backup.BackupProblem;
import app.larder.backup.Backups;
import app.larder.recipes.Pictures;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups that were cut off, changed, or made to do harm: the living profile stays as it is, and a sentence says why. */
class DamagedBackupsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aHundredAndSixtyDamagedBackupsHarmNothing() throws Exception {
        try (Database database = Database.local(folder)) {
            UserStore rows = database.openFor(database.localUser("cook"));
            new RandomProfile(7, RandomProfile.pool(7, 40)).fill(database, rows, 30);
            Recipe cake = rows.recipes().add(List.of(ContractRecipes.full("Cake"))).getFirst();
            rows.photos().add(cake.id(), Pictures.plate(90, 60, 20, "png"));
            Backups backups = BackupTest.backups(rows, folder);
            byte[] whole = Files.readAllBytes(backups.now().path());
            rows.recipes().add(List.of(ContractRecipes.full("Made since")));
            Map<String, String> before = RandomProfile.rows(rows.backup().orElseThrow());
            Random random = new Random(1);
            int refused = 0;
            int withoutPhotos = 0;
            for (int i = 0; i < 160; i++) {
                byte[] damaged = i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
                if (i % 2 == 1) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
                Path file = Files.write(folder.resolve("damaged.zip"), damaged);
                try (BackupFile backup = backups.open(file, null)) {
                    // What lies behind the rows is for other programs: all rows were there and as they were made.
                    assertEquals(0, backups.compare(backup).total().fresh(), "round " + i);
                    withoutPhotos += backup.damagedPhotos().isEmpty() ? 0 : 1;
                } catch (BackupProblem e) {
                    refused++;
                    assertFalse(String.valueOf(e.getMessage()).contains("Exception"), e.getMessage());
                }
            }
            assertTrue(refused > 90, refused + " were refused");
            assertTrue(refused + withoutPhotos > 120, withoutPhotos + " lacked photos");
            assertTrue(withoutPhotos > 0, refused + " were refused");
            assertEquals(before, RandomProfile.rows(rows.backup().orElseThrow()));
        }
    }

    @Test
    void whatIsMadeToDoHarmIsRefused() throws Exception {
        try (Database database = Database.local(folder)) {
            UserStore rows = database.openFor(database.localUser("cook"));
            rows.recipes().add(List.of(ContractRecipes.full("Soup")));
            Backups backups = BackupTest.backups(rows, folder);
            Map<String, String> before = RandomProfile.rows(rows.backup().orElseThrow());
            List<byte[]> harmful = new ArrayList<>();
            harmful.add(new byte[0]);
            harmful.add("hello".getBytes(StandardCharsets.US_ASCII));
            harmful.add("larder-backup-sealed-1\n".getBytes(StandardCharsets.US_ASCII));
            harmful.add("larder-backup-sealed-1\n\177\177\177\177xx".getBytes(StandardCharsets.US_ASCII));
            harmful.add(zip("manifest.json", "no json"));
            harmful.add(zip("manifest.json", "[".repeat(100_000)));
            harmful.add(zip("recipes.jsonl", "{}"));
            harmful.add(zip("../../escaped", "x"));
            harmful.add(zip("manifest.json", manifest(5, "../x.jsonl", 0, "")));
            harmful.add(zip("manifest.json", manifest(5, "recipes.jsonl", 1, "{}"), "../recipes.jsonl", "{}\n"));
            harmful.add(zip("manifest.json", manifest(99, "recipes.jsonl", 0, "")));
            harmful.add(zip("manifest.json", manifest(5, "recipes.jsonl", 0, "").replace("\"format\":1", "\"format\":9")));
            harmful.add(zip("manifest.json", manifest(5, "recipes.jsonl", Long.MAX_VALUE, "")));
            harmful.add(zip("manifest.json", manifest(5, "recipes.jsonl", 3, ""), "recipes.jsonl", "x".repeat(50_000_000)));
            harmful.add(zip("manifest.json", whole("{\"id\":\"no id\",\"name\":\"x\"}"), "recipes.jsonl",
                    "{\"id\":\"no id\",\"name\":\"x\"}\n"));
            harmful.add(zip("manifest.json", whole("{\"id\":\"018f0000-0000-7000-8000-000000000001\"}"), "recipes.jsonl",
                    "{\"id\":\"018f0000-0000-7000-8000-000000000001\"}\n"));
            harmful.add(zip("manifest.json", whole("{"), "recipes.jsonl", "{\n"));
            for (byte[] one : harmful) {
                Path file = Files.write(folder.resolve("harmful.zip"), one);
                String said = "";
                try (BackupFile backup = backups.open(file, null)) {
                    backups.restore(backup);
                } catch (RuntimeException e) {
                    assertTrue(e instanceof app.larder.words.Said, e.toString());
                    said = String.valueOf(e.getMessage());
                }
                assertFalse(said.isBlank() || said.contains("Exception"), said);
            }
            assertEquals(before, RandomProfile.rows(rows.backup().orElseThrow()));
            assertEquals(1, rows.recipes().count(RecipeQuery.ALL));
        }
        assertFalse(Files.exists(folder.resolveSibling("escaped")));
    }

    private static String whole(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            return manifest(5, "recipes.jsonl", bytes.length, java.util.HexFormat.of()
                            .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .replace("\"rows\":0", "\"rows\":1");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    private static String manifest(int schema, String entry, long bytes, String sha256) {
        return "{\"about\":\"larder-backup\",\"format\":1,\"schema\":" + schema + ",\"program\":\"0.1.0\","
                + "\"madeAt\":\"2026-03-01T12:00:00Z\",\"entries\":[{\"name\":\"" + entry + "\",\"rows\":0,\"bytes\":" + bytes
                + ",\"sha256\":\"" + sha256 + "\"}]}";
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                write(zip, namesAndTexts[i + 1]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
