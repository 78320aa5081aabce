package app.larder.store;

import app.larder.recipes.Photo;
import app.larder.recipes.Recipe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** Reads and writes rows of photos within a transaction. */
final class PhotoRows {

    /** Under which the photos of a deleted recipe are kept in its image. */
    static final String IN_TRASH = "photos";

    private static final String ORDER = " order by p.addedAt, p.id";

    private PhotoRows() {}

    /** The photos of some recipes, each recipe's oldest first; at most as many recipes as a slice has. */
    static Map<UUID, List<Photo>> of(StatelessSession session, Collection<UUID> recipes) {
        Map<UUID, List<Photo>> found = new HashMap<>();
        session.createSelectionQuery("from PhotoRow p where p.recipeId in :ids" + ORDER, PhotoRow.class)
                .setParameter("ids", recipes)
                .getResultList()
                .forEach(row -> found.computeIfAbsent(row.recipeId, _ -> new ArrayList<>()).add(row.photo()));
        return found;
    }

    static List<Photo> all(StatelessSession session) {
        return session.createSelectionQuery("from PhotoRow p" + ORDER, PhotoRow.class).getResultList().stream()
                .map(PhotoRow::photo)
                .toList();
    }

    /** Puts photos back that went along with recipes which are back. */
    static void insert(StatelessSession session, UUID userId, List<Photo> photos, List<Recipe> back) {
        Set<UUID> there = back.stream().map(Recipe::id).collect(Collectors.toCollection(HashSet::new));
        session.insertMultiple(photos.stream()
                .filter(photo -> there.contains(photo.recipeId()))
                .map(photo -> PhotoRow.of(photo, userId))
                .toList());
    }

    /** The SHA-256 of every photo that a recipe shows or one in the trash would. */
    static Set<String> needed(StatelessSession session, Trash<Recipe> trash) {
        Set<String> needed = new HashSet<>(session.createSelectionQuery(
                        "select distinct p.sha256 from PhotoRow p", String.class)
                .getResultList());
        trash.more(session, IN_TRASH, Photo[].class).forEach(photo -> needed.add(photo.sha256()));
        return needed;
    }
}
