package app.larder.pantry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The signed-in person's pantry. Every method sees and changes that person's rows only. All calls block; none may be
 * made on the JavaFX thread. A failing target is an {@link java.io.UncheckedIOException} with a sentence for people.
 */
public interface HouseholdIngredientRepository {

    /** Everything at home, by name in search form, then id. */
    List<HouseholdIngredient> all();

    /** One thing, or empty if this person has none of that id. */
    Optional<HouseholdIngredient> find(UUID id);

    /** Adds things in one transaction: all or none. Returns them as stored, in the same order. */
    List<HouseholdIngredient> add(List<HouseholdIngredient> items);

    /** Replaces a thing by one with the same id. Returns it as stored, or empty if this person has none of that id. */
    Optional<HouseholdIngredient> update(HouseholdIngredient item);

    /** As {@link #update(HouseholdIngredient)}, and notes in the same transaction what was used or added. */
    Optional<HouseholdIngredient> update(HouseholdIngredient item, PantryMove move);

    /** Moves things to the trash in one transaction. Returns how many. */
    int trash(Collection<UUID> ids);

    /** Brings things back from the trash, with the same ids. Returns how many came back. */
    int restore(Collection<UUID> ids);

    /** Removes for good what was put in the trash before {@code before}. Returns how many. */
    int purgeTrash(Instant before);
}
