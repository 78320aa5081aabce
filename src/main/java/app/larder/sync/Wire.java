package app.larder.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What goes over the wire, as src/site/markdown/sync.md says, and how sync writes down its own notes. */
final class Wire {

    static final int PROTOCOL = 1;
    static final int SCHEMA = 4;

    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Wire() {}

    /** Up to where everything is known. */
    record Cursor(@Nullable UUID lineage, long revision, @Nullable UUID commit) {

        static final Cursor NOWHERE = new Cursor(null, 0, null);
    }

    /** A place in the order of a page. */
    record Position(long revision, int rank, @Nullable UUID id) {}

    /** A place in the order of a walk. */
    record WalkPlace(int rank, @Nullable UUID id) {

        static final WalkPlace BEGIN = new WalkPlace(0, null);
    }

    record Mutation(
            UUID mutation,
            String entity,
            UUID id,
            String op,
            long base,
            long seen,
            @Nullable Map<String, JsonNode> was,
            @Nullable Map<String, JsonNode> set,
            @Nullable Map<String, Instant> edited) {

        static final String PUT = "put";
        static final String DELETE = "delete";

        boolean deletes() {
            return op.equals(DELETE);
        }
    }

    /** The frozen groups. */
    record Batch(List<List<Mutation>> groups) {

        static final Batch EMPTY = new Batch(List.of());

        int size() {
            return groups.stream().mapToInt(List::size).sum();
        }
    }

    record Request(
            int protocol,
            int schema,
            Device device,
            Cursor from,
            @Nullable Position after,
            @Nullable WalkPlace walk,
            List<List<Mutation>> push,
            int rows,
            int bytes,
            boolean check,
            boolean brief) {}

    record Parent(String entity, UUID id, long revision, @Nullable Map<String, JsonNode> image) {}

    record Outcome(
            UUID mutation,
            String kind,
            long revision,
            boolean deleted,
            @Nullable Map<String, JsonNode> image,
            @Nullable Map<String, Instant> edited,
            @Nullable String reason,
            @Nullable Parent parent) {

        @Nullable Image row() {
            return image == null ? null : new Image(image);
        }
    }

    record PageRow(
            String entity,
            UUID id,
            long revision,
            boolean deleted,
            @Nullable Map<String, JsonNode> image,
            @Nullable Map<String, Instant> edited,
            @Nullable String device) {

        Incoming incoming() {
            return new Incoming(
                    entity,
                    id,
                    new Shadow(
                            revision,
                            deleted,
                            image == null ? Image.EMPTY : new Image(image),
                            edited == null ? Map.of() : edited),
                    device);
        }
    }

    record Page(List<PageRow> rows, @Nullable Position upto, boolean more) {}

    record Check(String entity, long count, String sum) {}

    record Answer(
            String kind,
            int schema,
            int minClient,
            @Nullable Instant now,
            @Nullable Cursor head,
            @Nullable List<Outcome> outcomes,
            @Nullable Page page,
            @Nullable List<Check> checks,
            @Nullable String listen,
            @Nullable List<String> unwatched) {

        static final String ANSWER = "answer";
        static final String FORK = "fork";
        static final String SIGNED_OUT = "signed_out";
        static final String ACCOUNT_GONE = "account_gone";
        static final String UPDATE_APP = "update_app";
    }

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }
}
