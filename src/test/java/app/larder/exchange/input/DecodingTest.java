package app.larder.exchange.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DecodingTest {

    private static final Charset CP1252 = Charset.forName("windows-1252");
    private static final String TEXT = "Crème brûlée “à la maison” – 1½ € für Große";

    private static byte[] with(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    @Test
    void aByteOrderMarkDecides() {
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        assertEquals(TEXT, Decoding.decode(with(mark, TEXT.getBytes(StandardCharsets.UTF_8)), "iso-8859-1").text());
        assertEquals(TEXT, Decoding.decode(TEXT.getBytes(StandardCharsets.UTF_16), null).text());
        byte[] little = {(byte) 0xFF, (byte) 0xFE};
        assertEquals(TEXT, Decoding.decode(with(little, TEXT.getBytes(StandardCharsets.UTF_16LE)), null).text());
    }

    @Test
    void utf16WithoutAMarkShowsItself() {
        assertEquals(TEXT.replace('–', '-').replace("“", "").replace("”", "").replace("€", ""),
                Decoding.decode(TEXT.replace('–', '-').replace("“", "").replace("”", "").replace("€", "")
                        .getBytes(StandardCharsets.UTF_16LE), null).text());
    }

    @Test
    void theDeclaredEncodingIsUsed() {
        assertEquals(TEXT, Decoding.decode(TEXT.getBytes(CP1252), "windows-1252").text());
        String page = "<meta charset=\"windows-1252\">" + TEXT;
        assertEquals(page, Decoding.decode(page.getBytes(CP1252), null).text());
        String old = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=Shift_JIS\">カレー";
        assertEquals(old, Decoding.decode(old.getBytes(Charset.forName("Shift_JIS")), null).text());
    }

    @Test
    void latin1MeansWindows1252AsInBrowsers() {
        assertEquals(TEXT, Decoding.decode(TEXT.getBytes(CP1252), "ISO-8859-1").text());
    }

    @Test
    void utf8DeclaredAsSomethingElseIsStillUtf8() {
        Decoding.Decoded decoded = Decoding.decode(TEXT.getBytes(StandardCharsets.UTF_8), "iso-8859-1");
        assertEquals(TEXT, decoded.text());
        assertEquals("The page says its text is windows-1252, but it is UTF-8 and was read as that.", decoded.problems().getFirst().sentence());
    }

    @Test
    void windows1252DeclaredAsUtf8IsStillWindows1252() {
        Decoding.Decoded decoded = Decoding.decode(TEXT.getBytes(CP1252), "utf-8");
        assertEquals(TEXT, decoded.text());
        assertEquals(1, decoded.problems().size());
        assertEquals(TEXT, Decoding.decode(TEXT.getBytes(CP1252), null).text());
    }

    @Test
    void aTextCutInTheMiddleOfACharacterLosesOnlyThat() {
        byte[] whole = "<meta charset=utf-8>für é".getBytes(StandardCharsets.UTF_8);
        assertEquals("<meta charset=utf-8>für ", Decoding.decode(Arrays.copyOf(whole, whole.length - 1), null).text());
    }

    @Test
    void oneDamagedByteDoesNotTurnUtf8IntoSomethingElse() {
        byte[] bytes = "Äpfel Öl Übung Grüße".getBytes(StandardCharsets.UTF_8);
        bytes[3] = (byte) 0xFF;
        Decoding.Decoded decoded = Decoding.decode(bytes, "utf-8");
        assertTrue(decoded.text().endsWith("Öl Übung Grüße"), decoded.text());
        assertEquals(1, decoded.problems().size());
    }

    @Test
    void anUnknownEncodingIsIgnored() {
        assertEquals(TEXT, Decoding.decode(TEXT.getBytes(StandardCharsets.UTF_8), "x-made-up").text());
        assertEquals(TEXT, Decoding.decode(TEXT.getBytes(StandardCharsets.UTF_8), "§$%&").text());
    }
}
