package app.larder.backup;

import app.larder.account.KeptDrafts;
import app.larder.backup.Comparison.State;
import app.larder.backup.Comparison.Thing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The drafts of the editor as rows of a backup. They are small, and may change while it is made, so all of them are read
 * at once. A restore brings back those that are not here; what is being typed here stays.
 */
final class DraftRows {

    /** Their kind. */
    static final String KIND = "editor_drafts";

    private static final JsonMapper JSON = new JsonMapper();

    private final KeptDrafts drafts;

    DraftRows(KeptDrafts drafts) {
        this.drafts = drafts;
    }

    /** Each as one line; one that is no JSON is left out. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        drafts.all().forEach((id, text) -> {
            try {
                lines.add(JSON.createObjectNode()
                        .put("id", id)
                        .set("draft", JSON.readTree(text))
                        .toString());
            } catch (JacksonException e) {
                System.getLogger(DraftRows.class.getName())
                        .log(System.Logger.Level.WARNING, "a draft could not be understood", e);
            }
        });
        return lines;
    }

    private static SequencedMap<String, JsonNode> in(BackupContent backup) {
        SequencedMap<String, JsonNode> found = new LinkedHashMap<>();
        backup.each((kind, row) -> {
            if (kind.equals(KIND) && row.path("draft").isObject()) {
                found.put(row.path("id").asString(""), row.path("draft"));
            }
        });
        return found;
    }

    /** How many are here, or not; nothing if the backup has none. */
    Map<Thing, Comparison.Counts> compare(BackupContent backup) {
        Map<String, JsonNode> in = in(backup);
        Map<String, String> here = drafts.all();
        Comparison.Counts counts = Comparison.Counts.NONE;
        for (String id : in.keySet()) {
            counts = counts.and(here.containsKey(id) ? State.SAME : State.NEW);
        }
        return in.isEmpty() ? Map.of() : Map.of(Thing.DRAFT, counts);
    }

    /** Puts back those that are not here, and returns their ids. */
    List<String> restore(BackupContent backup) throws IOException {
        List<String> put = new ArrayList<>();
        for (Map.Entry<String, JsonNode> draft : in(backup).entrySet()) {
            if (drafts.put(draft.getKey(), draft.getValue().toPrettyString())) {
                put.add(draft.getKey());
            }
        }
        return put;
    }

    /** Takes drafts away again. */
    void remove(List<String> ids) throws IOException {
        drafts.remove(ids);
    }
}
