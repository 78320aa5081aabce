package app.larder.pantry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something at home: a row of {@code household_ingredients}.
 *
 * @param id UUIDv7 made by the client
 * @param name what it is; never blank
 * @param quantity the amount as typed ("2 x 400", "about 180"); null if not counted
 * @param unit the unit as typed; null if none
 * @param category the shelf it stands on, as a key of {@code kitchen.Category} or in a person's own words; null if none
 * @param addedAt when it came home, UTC, to the microsecond
 */
public record HouseholdIngredient(
        UUID id,
        String name,
        @Nullable String quantity,
        @Nullable String unit,
        @Nullable String category,
        Instant addedAt) {

    public HouseholdIngredient withAmount(@Nullable String newQuantity, @Nullable String newUnit) {
        return new HouseholdIngredient(id, name, newQuantity, newUnit, category, addedAt);
    }

    public HouseholdIngredient withName(String newName) {
        return new HouseholdIngredient(id, newName, quantity, unit, category, addedAt);
    }

    public HouseholdIngredient withCategory(@Nullable String newCategory) {
        return new HouseholdIngredient(id, name, quantity, unit, newCategory, addedAt);
    }

    public HouseholdIngredient withAddedAt(Instant newAddedAt) {
        return new HouseholdIngredient(id, name, quantity, unit, category, newAddedAt);
    }
}
