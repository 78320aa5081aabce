package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.sync.Entity;
import app.larder.sync.Image;
import app.larder.sync.RowChange;
import app.larder.sync.RowChange.Mark;
import app.larder.sync.RowChange.Write;
import app.larder.sync.RowKey;
import app.larder.sync.Rows;
import app.larder.sync.Shadow;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A row becomes an image and an image a row without a difference. */
class RowImagesTest {

    private static final String TIMES = "'2026-11-23T18:00:00.12+00:00'";
    private static final String CREATED = "'created_at': '1999-12-31T23:59:59.999999+00:00'";
    private static final String ID = Rows.id(7).toString();

    private final LocalRows here = LocalRows.inMemory();

    @AfterEach
    void close() {
        here.close();
    }

    private static Map<Entity, List<String>> images() {
        Map<Entity, List<String>> images = new EnumMap<>(imagesButPhotos());
        images.put(
                Entity.RECIPE_PHOTOS,
                List.of("{'recipe_id': '" + ID + "', 'sha256': '" + "0a".repeat(32) + "', 'media_type': 'image/webp',"
                        + " 'width': 1, 'height': 2147483647, 'size': 20971520, 'added_at': " + TIMES + "}"));
        return images;
    }

    private static Map<Entity, List<String>> imagesButPhotos() {
        return Map.of(
                Entity.RECIPES,
                List.of(
                        "{'name': 'Suppe', 'description': null, 'ingredients': [], 'prep_time_minutes': null,"
                                + " 'instructions': null, 'source': null, " + CREATED + "}",
                        "{'name': 'Cafe\u0301 \ud83c\udf72 \u200d', 'description': '', 'ingredients': [{'b': 1.50, 'a': [null, true,"
                                + " 1e400, -7, 'x']}, 'a bare line', 12, null, {}], 'prep_time_minutes': -3,"
                                + " 'instructions': ' \\n\\t ', 'source': 'https://example.org/?a=\\\\', " + CREATED + "}",
                        "{'name': 'odd', 'description': null, 'ingredients': {'not': 'a list'}, 'prep_time_minutes': 0,"
                                + " 'instructions': null, 'source': null, 'created_at': '0001-01-01T00:00:00+00:00'}"),
                Entity.RECIPE_DETAILS,
                List.of("{'servings': 2147483647, 'yield_text': 'about 20', 'cook_time_minutes': null,"
                        + " 'total_time_minutes': 1, 'tags': ['a', null, 3], 'notes': null, 'import_batch': '" + ID + "',"
                        + " 'rating': 5, 'origin': {'format': 'paprika', 'id': null, 'fields': {'hash': 1.50}}}"),
                Entity.CHAT_SESSIONS,
                List.of("{'title': null, " + CREATED + ", 'updated_at': " + TIMES + "}"),
                Entity.CHAT_MESSAGES,
                List.of("{'session_id': '" + ID + "', 'role': 'assistant', 'content': '', " + CREATED + "}"),
                Entity.MESSAGE_DETAILS,
                List.of("{'status': 'cut_off', 'model': null, 'replaces': '" + ID + "', 'extra': {'a': {'b': [1.0]}}}"),
                Entity.HOUSEHOLD_INGREDIENTS,
                List.of("{'name': 'Mehl', 'quantity': '2 x 400', 'unit': null, 'category': 'x', 'added_at': " + TIMES + "}"),
                Entity.PANTRY_MOVES,
                List.of("{'item_id': '" + ID + "', 'delta': '-1/2', 'unit': null, 'at': " + TIMES + "}"),
                Entity.TRASH,
                List.of("{'entity': 'recipe', 'name': '', 'image': {'x': null}, 'deleted_at': " + TIMES + "}"),
                Entity.CONFLICTS,
                List.of("{'entity': 'recipes', 'row_id': '" + ID + "', 'field': 'ingredients/" + ID + "', 'kept': null,"
                        + " 'other': 'x', 'other_edited_at': null, 'other_from': 'Laptop', 'made_at': " + TIMES
                        + ", 'settled_at': null}"),
                Entity.USERS,
                List.of("{'username': 'o\u0308dön', " + CREATED + ", 'updated_at': " + TIMES + "}"));
    }

    private Image through(RowKey key, Image image) {
        return here.replica().write(tx -> {
            tx.apply(List.of(new RowChange(
                    key, Write.PUT, image, new Shadow(1, false, image, Map.of()), Mark.CLEAN, Map.of(), null)));
            var row = Objects.requireNonNull(tx.load(List.of(key)).get(key));
            assertTrue(image.toString().equals(Objects.requireNonNull(row.shadow()).image().toString()));
            return Objects.requireNonNull(row.current());
        });
    }

    @Test
    void everyEntityIsExact() {
        List<Entity> tried = new ArrayList<>();
        for (Entity entity : Entity.values()) {
            for (String json : Objects.requireNonNull(images().get(entity))) {
                Image image = Rows.image(json);
                // Twice, once as a new row and once as a changed one; texts are compared, not what counts as the same.
                assertEquals(image.toString(), through(new RowKey(entity, Rows.id(7)), image).toString());
                assertEquals(image.toString(), through(new RowKey(entity, Rows.id(7)), image).toString());
                tried.add(entity);
            }
        }
        assertEquals(List.of(Entity.values()), tried.stream().distinct().toList());
    }

    @Test
    void hugeTextsAreExact() {
        Image image = Rows.recipe("Long").with("instructions", Rows.text("é\n".repeat(2_000_000)));
        assertTrue(image.equals(through(new RowKey(Entity.RECIPES, Rows.id(1)), image)));
    }

    @Test
    void timesAreWrittenAsPostgresDoes() {
        for (String time : List.of(
                "2026-11-23T18:00:00+00:00",
                "2026-11-23T18:00:00.000001+00:00",
                "2026-11-23T18:00:00.12+00:00",
                "10000-01-01T00:00:00+00:00",
                "0044-03-15T12:00:00+00:00 BC",
                "0001-12-31T12:00:00.5+00:00 BC")) {
            assertEquals(time, PgTime.text(PgTime.parse(time)));
        }
        assertEquals("2026-11-23T16:30:00+00:00", PgTime.text(OffsetDateTime.parse("2026-11-23T18:00:00+01:30")));
        assertEquals("294276-12-31T23:59:59.999999+00:00", PgTime.text(PgTime.parse("infinity")));
        assertEquals("4713-01-01T00:00:00+00:00 BC", PgTime.text(PgTime.parse("-infinity")));
    }
}
