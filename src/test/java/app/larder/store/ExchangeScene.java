package app.larder.store;

import app.larder.account.SignIn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A family's server, one of its people, two computers of theirs, and other programs beside. */
final class ExchangeScene implements AutoCloseable {

    /** Entities in their order: table, key, and whose its rows are. */
    static final List<String[]> TABLES = List.of(
            new String[] {"public.users", "id", "c.id"},
            new String[] {"public.recipes", "id", "c.user_id"},
            new String[] {"larder.recipe_details", "recipe_id", "c.user_id"},
            new String[] {"public.chat_sessions", "id", "c.user_id"},
            new String[] {"public.chat_messages", "id", "(select s.user_id from public.chat_sessions s where s.id = c.session_id)"},
            new String[] {"larder.message_details", "message_id", "c.user_id"},
            new String[] {"public.household_ingredients", "id", "c.user_id"},
            new String[] {"larder.pantry_moves", "id", "c.user_id"},
            new String[] {"larder.trash", "row_id", "c.user_id"},
            new String[] {"larder.conflicts", "id", "c.user_id"},
            new String[] {"larder.recipe_photos", "id", "c.user_id"});

    final Family family;
    final SignIn anna;
    final ExchangeDevice laptop;
    final ExchangeDevice phone;

    ExchangeScene(Family family) {
        this.family = family;
        this.anna = family.signUp("anna " + UUID.randomUUID());
        this.laptop = device("Laptop");
        this.phone = device("Phone");
    }

    ExchangeDevice device(String name) {
        return new ExchangeDevice(family.computer(), anna, name);
    }

    UUID person() {
        return anna.userId();
    }

    /** Another program's connection, which sees everything. */
    Connection otherProgram() throws SQLException {
        return Family.connect(family.owner());
    }

    void otherProgram(String sql) {
        family.asOwner(sql.replace("{anna}", person().toString()));
    }

    String query(String sql) throws SQLException {
        try (Connection connection = otherProgram();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql.replace("{anna}", person().toString()))) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    /** Every live row of a person in the tables, as "entity/id" to its image in words that can be compared. */
    Map<String, JsonNode> tables() throws SQLException {
        Map<String, JsonNode> rows = new TreeMap<>();
        try (Connection connection = otherProgram();
                Statement statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            for (String[] table : TABLES) {
                try (ResultSet row = statement.executeQuery("select c." + table[1] + ", to_jsonb(c) - '" + table[1]
                        + "' - 'user_id' - 'password_hash' from " + table[0] + " c where " + table[2] + " = '" + person()
                        + "'")) {
                    while (row.next()) {
                        rows.put(table[0].substring(table[0].indexOf('.') + 1) + "/" + row.getString(1),
                                ExchangeDevice.JSON.readTree(row.getString(2)));
                    }
                }
            }
        }
        return rows;
    }

    /** What a computer was told and the tables don't say, or the other way round; empty if it was told everything. */
    List<String> missed(ExchangeDevice device) throws SQLException {
        Map<String, JsonNode> rows = tables();
        List<String> missed = new ArrayList<>();
        rows.forEach((key, image) -> {
            JsonNode told = device.told.get(key);
            if (told == null || told.get("deleted").booleanValue() || !told.get("image").equals(image)) {
                missed.add(key + " is " + image + ", told " + told);
            }
        });
        device.told.forEach((key, told) -> {
            if (!told.get("deleted").booleanValue() && !rows.containsKey(key)) {
                missed.add(key + " is gone, told " + told);
            }
        });
        return missed;
    }

    @Override
    public void close() {
        laptop.close();
        phone.close();
    }
}
