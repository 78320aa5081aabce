package app.larder.bench;

import app.larder.kitchen.SearchForm;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeSort;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The yardstick: SQLite with an FTS5 trigram index over the same search forms, as a hand-made program would have it.
 * Row numbers follow the time of writing, so that newest first is the order of the index itself, its best case. WAL and
 * synchronous=FULL make a save as durable as Larder's.
 */
final class SqliteTarget implements Target {

    private final Path file;
    private Connection connection;

    SqliteTarget(Path file) {
        this.file = file;
        this.connection = open(file);
        execute("create table if not exists recipes (no integer primary key, id blob not null unique, name text not null,"
                + " name_key text, source text, source_key text, prep_time_minutes integer, minutes integer,"
                + " created_at integer, ingredients integer, description text, lines text, instructions text)");
        execute("create index if not exists recipes_name on recipes (name_key, id)");
        execute("create index if not exists recipes_source on recipes (source_key, id)");
        execute("create index if not exists recipes_prep on recipes (prep_time_minutes, id)");
        execute("create index if not exists recipes_created on recipes (created_at, id)");
        execute("create virtual table if not exists words using fts5 (names, text, content='', tokenize='trigram')");
    }

    private static Connection open(Path file) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma journal_mode=wal");
                statement.execute("pragma synchronous=full");
                statement.execute("pragma cache_size=-131072");
                statement.execute("pragma mmap_size=1073741824");
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "SQLite FTS5";
    }

    @Override
    public void load(Consumer<Consumer<List<Recipe>>> batches) {
        batches.accept(this::insert);
        execute("insert into words(words) values ('optimize')");
        execute("analyze");
    }

    private void insert(List<Recipe> recipes) {
        try (PreparedStatement row = connection.prepareStatement(
                        "insert into recipes values (null,?,?,?,?,?,?,?,?,?,?,?,?) returning no");
                PreparedStatement words =
                        connection.prepareStatement("insert into words (rowid, names, text) values (?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (Recipe recipe : recipes) {
                insert(recipe, row, words);
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insert(Recipe recipe, PreparedStatement row, PreparedStatement words) throws SQLException {
        String names = recipe.ingredients().stream().map(Ingredient::name).collect(Collectors.joining("\n"));
        String lines = recipe.ingredients().stream().map(Ingredient::line).collect(Collectors.joining("\n"));
        row.setBytes(1, bytes(recipe.id()));
        row.setString(2, recipe.name());
        row.setString(3, SearchForm.of(recipe.name()));
        row.setString(4, recipe.source());
        row.setString(5, recipe.source() == null ? null : SearchForm.of(recipe.source()));
        row.setObject(6, recipe.prepTimeMinutes());
        row.setObject(7, recipe.minutes());
        row.setLong(8, recipe.createdAt().toEpochMilli());
        row.setInt(9, recipe.ingredients().size());
        row.setString(10, recipe.description());
        row.setString(11, lines);
        row.setString(12, recipe.instructions());
        try (ResultSet result = row.executeQuery()) {
            result.next();
            words.setLong(1, result.getLong(1));
        }
        words.setString(2, SearchForm.of(names));
        words.setString(3, SearchForm.of(String.join(
                "\n",
                recipe.name(),
                lines,
                String.valueOf(recipe.description()),
                String.valueOf(recipe.instructions()),
                String.valueOf(recipe.source()))));
        words.executeUpdate();
    }

    @Override
    public void reopen() {
        close();
        connection = open(file);
    }

    /** It has an index for these, and trigrams for words of three letters or more, none mistyped. */
    @Override
    public boolean answers(RecipeQuery query) {
        boolean indexed =
                switch (query.sort()) {
                    case NAME, CREATED_AT, PREP_TIME_MINUTES, SOURCE, ID -> true;
                    case DESCRIPTION, INSTRUCTIONS, INGREDIENTS -> false;
                };
        return indexed && words(query).stream().allMatch(w -> w.codePointCount(0, w.length()) >= 3);
    }

    private static List<String> words(RecipeQuery query) {
        List<String> words = new ArrayList<>(query.ingredients());
        words.addAll(List.of(query.text().split(" ", -1)));
        return words.stream().map(SearchForm::of).filter(w -> !w.isBlank()).toList();
    }

    @Override
    public List<UUID> ids(RecipeQuery query, int limit) {
        String direction = query.ascending() ? "" : " desc";
        boolean searched = !words(query).isEmpty();
        String sql = searched
                ? "select r.id from words w join recipes r on r.no = w.rowid where words match ? order by w.rowid desc"
                : "select id from recipes order by " + column(query.sort()) + direction
                        + (query.ascending() ? " nulls last" : "") + ", id" + direction;
        try (PreparedStatement select = connection.prepareStatement(sql + " limit ?")) {
            if (searched) {
                select.setString(1, match(query));
            }
            select.setInt(searched ? 2 : 1, limit);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    ByteBuffer id = ByteBuffer.wrap(result.getBytes(1));
                    ids.add(new UUID(id.getLong(), id.getLong()));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String column(RecipeSort sort) {
        return switch (sort) {
            case NAME -> "name_key";
            case SOURCE -> "source_key";
            case ID -> "id";
            case CREATED_AT, PREP_TIME_MINUTES, DESCRIPTION, INSTRUCTIONS, INGREDIENTS ->
                sort.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String match(RecipeQuery query) {
        List<String> parts = new ArrayList<>();
        query.ingredients().forEach(i -> parts.add("names : " + quoted(i)));
        for (String word : query.text().split(" ", -1)) {
            if (!word.isBlank()) {
                parts.add(quoted(word));
            }
        }
        return String.join(" AND ", parts);
    }

    private static String quoted(String word) {
        return '"' + SearchForm.of(word).replace("\"", "\"\"") + '"';
    }

    @Override
    public int count(RecipeQuery query) {
        boolean searched = !words(query).isEmpty();
        String sql = searched ? "select count(*) from words where words match ?" : "select count(*) from recipes";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (searched) {
                select.setString(1, match(query));
            }
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int cards(List<UUID> ids, String text) {
        String marks = ids.stream().map(i -> "?").collect(Collectors.joining(","));
        try (PreparedStatement select = connection.prepareStatement(
                "select id, name, minutes, source, created_at, ingredients from recipes where id in (" + marks + ")")) {
            for (int i = 0; i < ids.size(); i++) {
                select.setBytes(i + 1, bytes(ids.get(i)));
            }
            int count = 0;
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    count += result.getString(2).isEmpty() ? 0 : 1;
                }
            }
            return count;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void save(Recipe recipe) {
        insert(List.of(recipe));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
