package app.larder.pantry.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.larder.fx.Texts;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddedDayTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 21);

    private static AddedDay days(String language) {
        return new AddedDay(Texts.in(Locale.forLanguageTag(language)), TODAY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-03-21 | today            | heute",
        "2026-03-20 | yesterday        | gestern",
        "2026-03-19 | 2 days ago       | vor 2 Tagen",
        "2026-03-08 | 13 days ago      | vor 13 Tagen",
        "2026-03-07 | 7 March          | 7. März",
        "2026-01-01 | 1 January        | 1. Januar",
        "2025-12-24 | 24 Dec 2025      | 24. Dez. 2025",
    })
    void aDayIsSaidAsPeopleSayItAndReadBack(LocalDate day, String english, String german) {
        assertEquals(english, days("en-GB").show(day));
        assertEquals(german, days("de-DE").show(day));
        assertEquals(Optional.of(day), days("en-GB").read(english));
        assertEquals(Optional.of(day), days("de-DE").read(german));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-03-03 | 2026-03-03", "3.3.2026 | 2026-03-03", "3.3. | 2026-03-03", "3 mar | 2026-03-03",
        "3 March 2026 | 2026-03-03", "3 Mar 2026 | 2026-03-03", "24.12. | 2025-12-24", "TODAY | 2026-03-21", "40 days ago | 2026-02-09",
    })
    void otherWaysOfWritingADayAreRead(String typed, LocalDate day) {
        assertEquals(Optional.of(day), days("en-GB").read(typed));
    }

    @ParameterizedTest
    @CsvSource({"tomorrow", "2026-03-22", "31.2.", "''", "soon", "99999 days", "2026-13-01"})
    void whatIsNoPastDayIsNotRead(String typed) {
        assertEquals(Optional.empty(), days("en-GB").read(typed));
    }
}
