package app.larder.pantry.view;

import app.larder.cook.UseSoon;
import app.larder.fx.Texts;
import app.larder.kitchen.Category;
import app.larder.kitchen.Names;
import app.larder.kitchen.SearchForm;
import app.larder.pantry.Amount;
import app.larder.pantry.AmountText;
import app.larder.pantry.HouseholdIngredient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns what is at home into the rows of the table: filtered, ordered, grouped, worded. */
final class PantryTable {

    private final Texts texts;
    private final ShelfNames shelves;
    private final AddedDay days;
    private final LocalDate today;
    private final ZoneId zone;

    PantryTable(Texts texts, LocalDate today, ZoneId zone) {
        this.texts = texts;
        this.shelves = new ShelfNames(texts);
        this.days = new AddedDay(texts, today);
        this.today = today;
        this.zone = zone;
    }

    /** The rows of the things that match the filter, in that order. */
    List<PantryRow> rows(List<HouseholdIngredient> items, String filter, TableOrder order) {
        List<Entry> shown = items.stream()
                .map(Entry::of)
                .filter(matching(filter))
                .sorted(comparator(order))
                .toList();
        Map<String, Integer> counts = new HashMap<>();
        shown.forEach(entry -> counts.merge(entry.shelf, 1, Integer::sum));
        List<PantryRow> rows = new ArrayList<>(shown.size());
        String group = null;
        for (Entry entry : shown) {
            boolean first = order.grouped() && !entry.shelf.equals(group);
            rows.add(row(entry, first ? heading(entry.item, Objects.requireNonNullElse(counts.get(entry.shelf), 0)) : null));
            group = entry.shelf;
        }
        return rows;
    }

    /** A thing with what it is compared by. */
    private record Entry(HouseholdIngredient item, String name, String shelf, Optional<Amount> amount) {
        private static Entry of(HouseholdIngredient item) {
            return new Entry(
                    item,
                    SearchForm.of(item.name()),
                    ShelfNames.order(item.category()),
                    Amount.of(item.quantity(), item.unit()));
        }
    }

    private PantryRow row(Entry entry, @Nullable String heading) {
        HouseholdIngredient item = entry.item;
        return new PantryRow(
                item,
                heading,
                new AmountText(item.quantity(), item.unit()).display(),
                entry.amount.isPresent(),
                shelves.of(item.category()),
                days.show(LocalDate.ofInstant(item.addedAt(), zone)),
                soon(item),
                null);
    }

    private String soon(HouseholdIngredient item) {
        OptionalInt left = UseSoon.daysLeft(item, today, zone);
        if (left.isEmpty()) {
            return "";
        }
        return left.getAsInt() > 0 ? texts.get("pantry.soon", left.getAsInt()) : texts.get("pantry.soon.over");
    }

    private String heading(HouseholdIngredient item, int count) {
        String name = item.category() == null ? shelves.of(Category.OTHER) : shelves.of(item.category());
        return texts.get("pantry.heading", name.toUpperCase(texts.locale()), count);
    }

    private Predicate<Entry> matching(String filter) {
        String wanted = SearchForm.of(filter.strip());
        Set<String> terms = Names.searchTerms(filter);
        return entry -> wanted.isEmpty()
                || entry.name.contains(wanted)
                || terms.stream().anyMatch(entry.name::contains)
                || SearchForm.of(shelves.of(entry.item.category())).contains(wanted);
    }

    private static Comparator<Entry> comparator(TableOrder order) {
        Comparator<Entry> byName = Comparator.comparing(Entry::name).thenComparing(e -> e.item.id());
        Comparator<Entry> byShelf = Comparator.comparing(Entry::shelf);
        Comparator<Entry> chosen =
                switch (order.by()) {
                    case NAME -> Comparator.comparing(Entry::name);
                    case QUANTITY -> (a, b) -> Amount.compare(a.amount, b.amount);
                    case CATEGORY -> byShelf;
                    case ADDED -> Comparator.comparing(e -> e.item.addedAt());
                };
        Comparator<Entry> directed = order.descending() ? chosen.reversed() : chosen;
        boolean shelvesFirst = order.grouped() && order.by() != Column.CATEGORY;
        return (shelvesFirst ? byShelf.thenComparing(directed) : directed).thenComparing(byName);
    }
}
