package app.larder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Larder where letters, digits and paths are not what a programmer has at home: the same commands give the same answers. */
class OddPlacesTest {

    @TempDir
    private Path folder;

    @Test
    void turkishLettersAndArabicDigitsChangeNothing() throws Exception {
        String plain = answers("plain", "en-GB");
        assertTrue(plain.contains("INCIR MILK") && plain.contains("at home"), plain);
        assertEquals(plain, answers("turkish", "tr-TR"));
        assertEquals(plain, answers("arabic", "ar-EG-u-nu-arab"));
    }

    @Test
    void aFolderWithAQuoteAnEmojiAndSignsOfAddressesIsAFolder() throws Exception {
        assertEquals(answers("plain", "en-GB"), answers("O'Brien 🍅 ü%20# &?+", "en-GB"));
    }

    @Test
    void aSemicolonInThePathIsSaidInASentence() throws Exception {
        String said = answers("a;b", "en-GB");
        assertTrue(said.contains("because there is a semicolon in the path. Choose another folder with --home."), said);
    }

    private String answers(String home, String locale) throws Exception {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "app.larder.OddPlacesChild",
                        locale,
                        folder.resolve(home).toString()))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it did not come to its end");
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out).replace(folder.resolve(home).toString(), "HOME");
    }
}
