package app.larder.account;

import app.larder.words.FileFailure;
import app.larder.words.Sentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The list of people on this computer, {@code people.json}: names and folders, nothing secret. */
final class PeopleFile {

    /** A folder's name as Larder makes them; anything else could lead out of {@code profiles}. */
    private static final Pattern FOLDER = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final KeptFile file;
    private final JsonMapper json = new JsonMapper();

    /**
     * What the file says.
     *
     * @param people nobody before the list was first written, or after the last one was removed
     * @param last the folder of the person who was here last
     */
    record Known(List<Person> people, String last) {

        Known {
            people = List.copyOf(people);
        }
    }

    PeopleFile(ProfileFolder home) {
        this.file = new KeptFile(home.people(), Seal.NONE);
    }

    /**
     * Who there is; nobody before the list was first written.
     *
     * @throws FileFailure with a sentence for people, if there is a list that cannot be read: to go on without
     *     it would look as if everybody's recipes were gone
     */
    Known load() {
        try {
            JsonNode tree = json.readTree(file.read().orElse("{}"));
            List<Person> people = new ArrayList<>();
            Set<String> folders = new HashSet<>();
            for (JsonNode one : tree.path("people")) {
                String folder = one.path("folder").asString("");
                String name = one.path("name").asString("");
                if (FOLDER.matcher(folder).matches() && !name.isBlank() && folders.add(folder)) {
                    people.add(new Person(folder, name));
                }
            }
            return new Known(people, tree.path("last").asString(Person.FIRST));
        } catch (IOException | JacksonException e) {
            throw new FileFailure(
                    Sentence.of("account.people-unread", file.path().toString()),
                    e instanceof IOException io ? io : new IOException(e));
        }
    }

    void save(Known known) {
        ObjectNode tree = json.createObjectNode();
        ArrayNode people = tree.putArray("people");
        known.people().forEach(person ->
                people.addObject().put("folder", person.folder()).put("name", person.name()));
        tree.put("last", known.last());
        try {
            file.write(json.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
        } catch (IOException e) {
            throw new FileFailure(Sentence.of("account.unwritten", file.path().toString()), e);
        }
    }
}
