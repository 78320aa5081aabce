package app.larder.exchange.format;

import app.larder.kitchen.SearchForm;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column of a table is what: told by its head in English or German, or chosen by the person. */
public final class CsvColumns {

    /** What a column may hold. */
    public enum Field {
        TITLE("title", "name", "recipe", "recipe name", "titel", "rezept", "rezeptname"),
        DESCRIPTION("description", "summary", "beschreibung"),
        INGREDIENTS("ingredients", "ingredient list", "zutaten", "zutatenliste"),
        STEPS("steps", "instructions", "directions", "method", "preparation", "zubereitung", "anleitung", "schritte"),
        SERVINGS("servings", "serves", "yield", "portions", "portionen", "personen", "menge"),
        PREP_TIME("prep time", "preptime", "preparation time", "vorbereitungszeit", "arbeitszeit", "vorbereitung"),
        COOK_TIME("cook time", "cooktime", "cooking time", "kochzeit", "backzeit", "garzeit"),
        TOTAL_TIME("total time", "totaltime", "time", "gesamtzeit", "zeit", "dauer"),
        TAGS("tags", "categories", "category", "keywords", "course", "cuisine", "kategorie", "kategorien", "schlagworte", "schlagwörter"),
        NOTES("notes", "note", "comments", "notizen", "notiz", "anmerkungen", "bemerkungen"),
        RATING("rating", "stars", "bewertung", "sterne"),
        SOURCE("source", "url", "link", "source url", "website", "quelle");

        @SuppressWarnings("ImmutableEnumChecker") // nobody else has the array
        private final String[] heads;

        Field(String... heads) {
            this.heads = heads.clone();
        }
    }

    /** Told by the heads alone. */
    public static final CsvColumns BY_HEAD = new CsvColumns(Map.of());

    private final Map<String, Field> byHead = new HashMap<>();

    /** Some columns chosen, by their heads; the others told by their heads unless what they hold is chosen already. */
    public CsvColumns(Map<Field, String> chosen) {
        for (Field field : Field.values()) {
            if (!chosen.containsKey(field)) {
                for (String head : field.heads) {
                    byHead.put(SearchForm.of(head).strip(), field);
                }
            }
        }
        chosen.forEach((field, head) -> byHead.put(SearchForm.of(head).strip(), field));
    }

    @Nullable Field field(String head) {
        return byHead.get(head);
    }
}
