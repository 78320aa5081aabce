package app.larder.pantry.view;

import app.larder.kitchen.SearchForm;
import app.larder.pantry.Change;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.Shelf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Everything at home as last heard.
 *
 * @param items in no particular order
 * @param shelf the same, ready to be asked for a thing
 */
record AtHome(List<HouseholdIngredient> items, Shelf shelf) {

    static AtHome of(Collection<HouseholdIngredient> items) {
        List<HouseholdIngredient> all = List.copyOf(items);
        return new AtHome(all, Shelf.of(all));
    }

    AtHome after(Change change) {
        HouseholdIngredient before = change.before();
        HouseholdIngredient after = change.after();
        List<HouseholdIngredient> now = new ArrayList<>(items);
        now.removeIf(i -> before != null && i.id().equals(before.id()));
        if (after != null) {
            now.add(after);
        }
        return of(now);
    }

    AtHome without(Set<UUID> ids) {
        return of(items.stream().filter(i -> !ids.contains(i.id())).toList());
    }

    Optional<HouseholdIngredient> find(UUID id) {
        return items.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    /** Things with that in their names. */
    List<HouseholdIngredient> named(String typed, int limit) {
        String wanted = SearchForm.of(typed.strip());
        return items.stream()
                .filter(i -> SearchForm.of(i.name()).contains(wanted))
                .limit(limit)
                .toList();
    }
}
