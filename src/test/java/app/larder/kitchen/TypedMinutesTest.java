package app.larder.kitchen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedMinutesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            90                  | 90
            0                   | 0
            20 min              | 20
            20min               | 20
            20 Minuten          | 20
            1 h                 | 60
            1h20                | 80
            1 h 20              | 80
            1 h 20 min          | 80
            1 hr and 20 mins    | 80
            1 Std. 20 Min.      | 80
            2 Stunden           | 120
            1:20                | 80
            1:20 h              | 80
            1.5 h               | 90
            1,5 Std             | 90
            1½ hours            | 90
            ½ h                 | 30
            1 1/2 h             | 90
            1/2 hour            | 30
            20-30 min           | 30
            20 – 30             | 30
            1 to 2 hours        | 120
            about 40 min        | 40
            ca. 40 Min          | 40
            2 days              | 2880
            1 Tag 2 Std         | 1560
            12.5 min            | 13
            """)
    void readsWhatPeopleType(String typed, int minutes) {
        assertEquals(new TypedMinutes.Reading(minutes, false), TypedMinutes.read(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon", "a while", "-5", "1 h h", "20 min 1 h", "1 h 20 30", "1:75", "2 cups", "1/0 h", "20 minced",
                "9999999", "400 days", "1 day 20", "1 h,", "h", "half", "12 34", "1 1", "∞", "1e3"
            })
    void refusesWhatIsNoLengthOfTime(String typed) {
        assertEquals(new TypedMinutes.Reading(null, true), TypedMinutes.read(typed));
    }

    @Test
    void nothingTypedIsNothingAndNoMistake() {
        assertNull(TypedMinutes.read("  ").minutes());
        assertFalse(TypedMinutes.read("").refused());
    }

    @Test
    void neverThrowsAndAlwaysAnswers() {
        Random random = new Random(7);
        String letters = "0123456789 hminstdag.,:½/-–'\u00e4\ud83c\u0000";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(14); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            TypedMinutes.Reading reading = TypedMinutes.read(text.toString());
            assertNotNull(reading);
            Integer minutes = reading.minutes();
            assertTrue(minutes == null || (minutes >= 0 && minutes <= TypedMinutes.MOST), text.toString());
        }
        assertTrue(TypedMinutes.read("9".repeat(10_000)).refused());
    }
}
