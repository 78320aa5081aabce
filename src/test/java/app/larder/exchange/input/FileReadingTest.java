package app.larder.exchange.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReadingTest {

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String refused(Path file) {
        return assertThrows(Unreadable.class, () -> FileReading.read(file, () -> false)).reason().sentence();
    }

    @Test
    void findsWhatCouldHoldARecipeAndNothingElse() throws Exception {
        for (String name : List.of(
                "b.html", "a.HTM", "sub/c.json", "sub/deep/d.txt", "e.jsonld", "f.mhtml", ".hidden.html", "._a.HTM", "__MACOSX/x.html",
                ".git/y.html", "photo.jpg", "b_files/ad.html", "b-Dateien/ad.html", "Apple-pie_files.txt")) {
            file(name, "x");
        }
        FileReading.Found found = FileReading.find(folder, () -> false);
        assertEquals(
                List.of("Apple-pie_files.txt", "a.HTM", "b.html", "e.jsonld", "f.mhtml", "sub/c.json", "sub/deep/d.txt"),
                found.files().stream().map(p -> folder.relativize(p).toString().replace('\\', '/')).toList());
        assertEquals(1, found.skipped());
    }

    @Test
    void aFileOfFiftyMegabytesIsRefused() throws Exception {
        Path file = folder.resolve("huge.html");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(50_000_000);
        }
        assertEquals("huge.html is too large to be a recipe (50 MB; up to 20 MB is read).", refused(file));
    }

    @Test
    void whatIsNoTextIsRefused() throws Exception {
        Path picture = folder.resolve("picture.html");
        byte[] bytes = new byte[5_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 % 256);
        }
        Files.write(picture, bytes);
        assertEquals("picture.html is not a text or a page.", refused(picture));
        assertEquals("empty.txt is empty.", refused(file("empty.txt", "")));
        assertEquals("There is no file missing.html.", refused(folder.resolve("missing.html")));
        Files.createDirectories(folder.resolve("folder.html"));
        assertEquals("folder.html is a folder.", refused(folder.resolve("folder.html")));
    }

    @Test
    void readsTextWithAFewZeros() throws Exception {
        assertEquals("So\0up with many more characters", FileReading.read(file("a.txt", "So\0up with many more characters"), () -> false).text());
    }

    @Test
    void takesThePageOutOfAWebArchive() throws Exception {
        String archive = """
                From: <Saved by a browser>
                Snapshot-Content-Location: https://cook.example/soup
                Subject: Soup
                MIME-Version: 1.0
                Content-Type: multipart/related;
                	type="text/html";
                	boundary="----Part--abc----"


                ------Part--abc----
                Content-Type: image/png
                Content-Transfer-Encoding: base64

                AAAA
                ------Part--abc----
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: quoted-printable
                Content-Location: https://cook.example/soup

                <h1>Cr=C3=A8me 1=3D1 lo=
                ng</h1>
                ------Part--abc------
                """;
        Path file = folder.resolve("soup.mhtml");
        Files.write(file, archive.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        Content content = FileReading.read(file, () -> false);
        assertEquals("<h1>Crème 1=1 long</h1>", content.text().strip());
        assertEquals("https://cook.example/soup", content.address());
        assertEquals("The web archive holds no page.", refused(file("empty.mht", "Content-Type: text/plain\n\nhello")));
        assertTrue(refused(file("cut.mhtml", "boundary=\"x\"")).endsWith("."));
    }

    @Test
    void aPipeAndADeviceAreRefusedUnopened() throws Exception {
        Path pipe = folder.resolve("pipe.html");
        assumeTrue(File.separatorChar == '/', "pipes and devices are files here");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "mkfifo is there");
        assertEquals("pipe.html is not a file that can be read.", refused(pipe));
        Path zeros = Files.createSymbolicLink(folder.resolve("zeros.html"), Path.of("/dev/zero"));
        assertEquals("zeros.html is not a file that can be read.", refused(zeros));
    }

    @Test
    void foldersThatLeadBackAreLookedIntoOnce() throws Exception {
        assumeTrue(File.separatorChar == '/', "links can be made without rights");
        file("a/soup.html", "x");
        Files.createSymbolicLink(folder.resolve("a/again"), folder);
        Files.createSymbolicLink(folder.resolve("a/gone.html"), folder.resolve("nowhere"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
        assertEquals(2, FileReading.find(folder, () -> false).files().size());
        assertEquals(2, FileReading.find(link, () -> false).files().size());
        assertEquals("There is no file gone.html.", refused(folder.resolve("a/gone.html")));
    }

    @Test
    void lookingThroughAFolderStopsWhenCancelled() throws Exception {
        for (int i = 0; i < 50; i++) {
            file("f" + i + ".html", "x");
        }
        AtomicInteger asked = new AtomicInteger();
        FileReading.Found found = FileReading.find(folder, () -> asked.incrementAndGet() > 60);
        assertTrue(found.files().size() < 50, found.files().size() + " files");
        Path large = file("large.html", "x".repeat(10_000_000));
        AtomicInteger pieces = new AtomicInteger();
        assertThrows(Unreadable.class, () -> FileReading.read(large, () -> pieces.incrementAndGet() > 3));
        assertEquals(4, pieces.get());
    }

    @Test
    void anArchiveOfVeryManyPartsIsReadInOneGo() throws Exception {
        String parts = "boundary=\"b\"\n\n" + "--b\n\n".repeat(1_000_000);
        assertEquals("The web archive holds no page.", refused(file("many.mht", parts)));
        String page = parts + "--b\nContent-Type: text/html\n\n<h1>Soup</h1>\n--b--";
        assertEquals("<h1>Soup</h1>", FileReading.read(file("last.mht", page), () -> false).text().strip());
    }

    @Test
    void bytesOfAnyEncodingGiveSomeText() throws Exception {
        String text = "<html><body><h1>Crème brûlée for everyone</h1></body></html>";
        for (String name : List.of("UTF-16LE", "UTF-16BE", "UTF-8", "windows-1252")) {
            Path file = folder.resolve("in-" + name + ".html");
            Files.write(file, text.getBytes(Charset.forName(name)));
            assertEquals(text, FileReading.read(file, () -> false).text(), name);
        }
        Path seven = file("seven.html", "<meta charset=utf-7><h1>Cr+AOg-me</h1>");
        assertEquals("<meta charset=utf-7><h1>Cr+AOg-me</h1>", FileReading.read(seven, () -> false).text());
        Path zip = Files.write(folder.resolve("zip.html"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8});
        assertEquals("zip.html is not a text or a page.", refused(zip));
    }
}
