package app.larder.pantry;

import app.larder.kitchen.Names;
import app.larder.kitchen.SearchForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is at home, ready to be asked whether a thing is among it, whatever its number or case. Immutable. */
public final class Shelf {

    private final Map<String, List<HouseholdIngredient>> byName = new HashMap<>();
    private final Map<String, List<HouseholdIngredient>> byVariant = new HashMap<>();

    private Shelf() {}

    /** A shelf with these things on it. */
    public static Shelf of(List<HouseholdIngredient> items) {
        Shelf shelf = new Shelf();
        for (HouseholdIngredient item : items) {
            String name = plain(item.name());
            shelf.byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(item);
            for (String variant : Names.variants(name)) {
                shelf.byVariant.computeIfAbsent(variant, _ -> new ArrayList<>()).add(item);
            }
        }
        return shelf;
    }

    /** The rows that are this thing, one or many of it; those of exactly this name first. */
    List<HouseholdIngredient> like(String name) {
        String wanted = plain(name);
        Set<HouseholdIngredient> found = new LinkedHashSet<>(byName.getOrDefault(wanted, List.of()));
        found.addAll(byVariant.getOrDefault(wanted, List.of()));
        for (String variant : Names.variants(wanted)) {
            found.addAll(byName.getOrDefault(variant, List.of()));
        }
        return List.copyOf(found);
    }

    /** What a typed line would do to the pantry. */
    public Addition plan(PantryLine line) {
        List<HouseholdIngredient> same = like(line.name());
        for (HouseholdIngredient item : same) {
            if (item.quantity() == null && line.amount().quantity() == null) {
                return new Addition.There(item);
            }
        }
        return Amount.of(line.amount().quantity(), line.amount().unit())
                .<Addition>flatMap(more -> same.stream()
                        .flatMap(item -> Amount.of(item.quantity(), item.unit())
                                .flatMap(have -> have.plus(more))
                                .map(sum -> new Addition.Merge(item, item.withAmount(sum.quantityText(), sum.unitText())))
                                .stream())
                        .findFirst())
                .orElse(new Addition.Fresh(line));
    }

    private static String plain(String name) {
        return SearchForm.of(name).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
