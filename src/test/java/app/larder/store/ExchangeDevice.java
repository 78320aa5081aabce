package app.larder.store;

import app.larder.account.SignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One computer of a person as the server hears it: it calls, and remembers what it was told. */
final class ExchangeDevice implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** "entity/id" to the row as last told, tombstones included. */
    final Map<String, JsonNode> told = new TreeMap<>();

    private final RemoteExchange server;
    private final String token;
    private final UUID id = UUID.randomUUID();
    private final String name;
    private final List<JsonNode> groups = new ArrayList<>();
    private JsonNode from = JSON.readTree("{\"lineage\": null, \"revision\": 0, \"commit\": null}");

    ExchangeDevice(DatabaseUrl url, SignIn person, String name) {
        this(url, person.token(), name);
    }

    ExchangeDevice(DatabaseUrl url, String token, String name) {
        this.server = RemoteExchange.open(url, () -> token);
        this.token = token;
        this.name = name;
    }

    String token() {
        return token;
    }

    UUID id() {
        return id;
    }

    JsonNode from() {
        return from;
    }

    void from(JsonNode other) {
        from = other;
    }

    /** Lines a group of changes up for the next exchange. */
    ExchangeDevice group(JsonNode... mutations) {
        ArrayNode group = JSON.createArrayNode();
        for (JsonNode mutation : mutations) {
            group.add(mutation);
        }
        groups.add(group);
        return this;
    }

    /** What this computer would send to change a row it knows, or to make one. */
    ObjectNode put(String entity, UUID row, String was, String set) {
        JsonNode known = told.get(entity + "/" + row);
        ObjectNode put = mutation(entity, row, "put");
        put.put("base", known == null ? 0 : known.get("revision").longValue());
        put.set("was", JSON.readTree(was));
        put.set("set", JSON.readTree(set));
        return put;
    }

    ObjectNode put(String entity, UUID row, String set) {
        return put(entity, row, "{}", set);
    }

    ObjectNode delete(String entity, UUID row) {
        JsonNode known = told.get(entity + "/" + row);
        return mutation(entity, row, "delete").put("base", known == null ? 0 : known.get("revision").longValue());
    }

    private ObjectNode mutation(String entity, UUID row, String op) {
        return JSON.createObjectNode()
                .put("mutation", UUID.randomUUID().toString())
                .put("entity", entity)
                .put("id", row.toString())
                .put("op", op)
                .put("seen", from.get("revision").longValue());
    }

    /** The request of an exchange, with what was lined up. */
    ObjectNode request() {
        ObjectNode request = JSON.createObjectNode().put("protocol", 1).put("schema", Migrations.NEWEST);
        request.set("device", JSON.createObjectNode().put("id", id.toString()).put("name", name).put("app", "0.4"));
        request.set("from", from);
        ArrayNode push = request.putArray("push");
        groups.forEach(push::add);
        groups.clear();
        return request;
    }

    JsonNode call(JsonNode request) {
        return JSON.readTree(server.exchange(request.toString()));
    }

    /** Pushes what was lined up, then takes all pages up to the head. */
    JsonNode sync() {
        JsonNode first = call(request());
        JsonNode answer = first;
        while (take(answer)) {
            ObjectNode next = request();
            next.set("after", answer.get("page").get("upto"));
            answer = call(next);
        }
        return first;
    }

    /** Pushes what was lined up and reads no page; the kinds of the outcomes, with their reasons. */
    List<String> push() {
        return kinds(call(request().put("rows", 0)));
    }

    /** Whether there is more. */
    private boolean take(JsonNode answer) {
        for (JsonNode row : answer.get("page").get("rows")) {
            told.put(row.get("entity").stringValue() + "/" + row.get("id").stringValue(), row);
        }
        if (answer.get("page").get("more").booleanValue()) {
            return true;
        }
        from = answer.get("head");
        return false;
    }

    static List<String> kinds(JsonNode answer) {
        List<String> kinds = new ArrayList<>();
        for (JsonNode outcome : answer.get("outcomes")) {
            JsonNode reason = outcome.get("reason");
            kinds.add(outcome.get("kind").stringValue() + (reason.isNull() ? "" : " " + reason.stringValue()));
        }
        return kinds;
    }

    JsonNode row(String entity, UUID id) {
        JsonNode row = told.get(entity + "/" + id);
        if (row == null) {
            throw new IllegalStateException("nothing told of " + entity + "/" + id);
        }
        return row;
    }

    /** A field of a row as last told; "gone" for a tombstone, "unknown" for a row nobody told of. */
    String value(String entity, UUID id, String field) {
        JsonNode row = told.get(entity + "/" + id);
        if (row == null) {
            return "unknown";
        }
        return row.get("deleted").booleanValue() ? "gone" : row.get("image").get(field).asString();
    }

    @Override
    public void close() {
        server.close();
    }
}
