package app.larder.kitchen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StepTimesTest {

    private static String found(String text) {
        return StepTimes.in(text).stream()
                .map(s -> text.substring(s.start(), s.end()) + "=" + s.shortest().toSeconds()
                        + (s.longest().equals(s.shortest()) ? "" : "-" + s.longest().toSeconds()))
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Simmer for 8 minutes. | 8 minutes=480",
        "Bake 1 hour 20 min, then rest. | 1 hour 20 min=4800",
        "Roast 10-15 minutes | 10-15 minutes=600-900",
        "Roast for 10 to 15 minutes per side | 10 to 15 minutes=600-900",
        "Chill 1 1/2 hours | 1 1/2 hours=5400",
        "Chill 1½ hours or 30 seconds | 1½ hours=5400; 30 seconds=30",
        "20 Minuten backen | 20 Minuten=1200",
        "eine halbe Stunde ruhen lassen | eine halbe Stunde=1800",
        "30 Sek. rühren | 30 Sek.=30",
        "Cook 5 min. Then stir. | 5 min=300",
        "half an hour | half an hour=1800",
        "an hour | an hour=3600",
        "a 5-minute rest | 5-minute=300",
        "1 hour and 10 minutes | 1 hour and 10 minutes=4200",
        "45 minutes to 1 hour | 45 minutes to 1 hour=2700-3600",
        "2 Std. 30 Min. kochen | 2 Std. 30 Min.=9000",
        "anderthalb Stunden | anderthalb Stunden=5400",
        "Laisser reposer 2 heures | 2 heures=7200",
        "leave 2 days | 2 days=172800",
        "1h30 | 1h30=5400"
    })
    void findsTimesAndWhereTheyStand(String text, String spans) {
        assertEquals(spans, found(text));
    }

    @ParameterizedTest
    @CsvSource({"Add 2 eggs", "Heat to 180 °C", "Use a 20 cm tin", "5 m of string", "99999999999999999 minutes", "Repeat 1 time"})
    void isNotFooledByOtherNumbers(String text) {
        assertEquals(List.of(), StepTimes.in(text));
    }
}
