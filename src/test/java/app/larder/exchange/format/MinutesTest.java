package app.larder.exchange.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinutesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT45M            | 45
            PT1H30M          | 90
            PT2H             | 120
            P0DT1H30M        | 90
            P1DT2H           | 1560
            P0Y0M0DT0H35M0S  | 35
            P1W              | 10080
            PT90S            | 2
            PT29S            | 0
            PT0M             | 0
            PT1.5H           | 90
            PT0,5H           | 30
            P30M             | 30
            P1H              | 60
            PTH20M           | 20
            pt20m            | 20
            PT 20 M          | 20
            PT20MIN          | 20
            1:30             | 90
            0:20             | 20
            1:30 h           | 90
            35               | 35
            35 minuti        | 35
            1 h 20 min       | 80
            1h20             | 80
            1 Std. 20 Min.   | 80
            1 Stunde 5 Minuten | 65
            1 1/2 hours      | 90
            1½ Stunden       | 90
            ½ hour           | 30
            20-30 minutes    | 30
            20 bis 30 Minuten | 30
            20 to 30 mins    | 30
            1 hour plus chilling overnight | 60
            2 jours          | 2880
            45 minuter       | 45
            15 λεπτά         | 15
            30分钟            | 30
            about 25 min     | 25
            """)
    void readsEveryShapeOfATime(String text, int minutes) {
        assertEquals(new Minutes.Reading(minutes, false), Minutes.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1H30M", "-PT20M", "PTundefinedM", "PTNaNM", "PTnullM", "PT28519422M", "P100Y", "-20 minutes", "4 onions"})
    void refusesWhatCannotBeMeant(String text) {
        Minutes.Reading reading = Minutes.of(text);
        assertTrue(reading.refused(), () -> text + " was read as " + reading.minutes());
        assertNull(reading.minutes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "PT", "P", "overnight", "varies"})
    void findsNoTimeWhereNoneIsNamed(String text) {
        assertEquals(new Minutes.Reading(null, false), Minutes.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1111111111111111111111111111111111111111 h", "9999999 9999999 9999999", "½½½½½½½½", "1/0 h", "- - - -"})
    void neverThrows(String text) {
        Minutes.of(text);
        Minutes.of(text.repeat(40));
    }
}
