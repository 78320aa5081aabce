package app.larder.pantry;

/** What adding a typed line does. */
public sealed interface Addition {

    /** It becomes a row of its own. */
    record Fresh(PantryLine line) implements Addition {}

    /** It adds to what is there: {@code merged} replaces {@code existing}, which has the same id. */
    record Merge(HouseholdIngredient existing, HouseholdIngredient merged) implements Addition {}

    /** It is there already, and neither is counted; nothing changes. */
    record There(HouseholdIngredient existing) implements Addition {}
}
