package app.larder.pantry;

import app.larder.account.NewId;
import app.larder.pantry.PantryProblem.Field;
import app.larder.pantry.PantryProblem.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person does with what is at home. Calls block; none may be made on the JavaFX thread. A failing database is an
 * {@link java.io.UncheckedIOException} with a sentence for people.
 */
public final class Pantry {

    /** How long a deleted thing can be brought back. */
    public static final Duration TRASH_KEPT = Duration.ofDays(30);

    private final HouseholdIngredientRepository items;
    private final Clock clock;

    /** The pantry of a repository; {@code clock} dates what comes home and what has been in the trash too long. */
    public Pantry(HouseholdIngredientRepository items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    /** Everything at home, by name. */
    public List<HouseholdIngredient> all() {
        return items.all();
    }

    /** The thing, or empty if there is none of that id. */
    public Optional<HouseholdIngredient> find(UUID id) {
        return items.find(id);
    }

    /**
     * Puts away what one typed line says: adds to the same thing where the units allow it exactly, else a row of its own.
     *
     * @return what changed; empty if the thing is there already and neither is counted
     * @throws InvalidPantryItemException if the line has no word in it or cannot be stored
     */
    public Optional<Change> add(String line) {
        return switch (Shelf.of(items.all()).plan(PantryLine.of(line))) {
            case Addition.There _ -> Optional.empty();
            case Addition.Merge merge -> used(merge.existing(), merge.merged());
            case Addition.Fresh fresh -> Optional.of(new Change(null, add(List.of(row(fresh.line()))).getFirst()));
        };
    }

    /**
     * Adds things as they are, all or none.
     *
     * @return the things as stored, in the same order
     * @throws InvalidPantryItemException if one of them cannot be stored
     */
    public List<HouseholdIngredient> add(List<HouseholdIngredient> fresh) {
        return items.add(fresh.stream().map(PantryRules::checked).toList());
    }

    /** A row for a typed line, with a new id and the present time; not stored yet. */
    public HouseholdIngredient row(PantryLine line) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new HouseholdIngredient(
                NewId.at(now),
                line.name(),
                line.amount().quantity(),
                line.amount().unit(),
                line.category().name(),
                now);
    }

    /**
     * Replaces a thing by one with the same id.
     *
     * @return what changed; empty if there is none of that id
     * @throws InvalidPantryItemException if it cannot be stored so
     */
    public Optional<Change> edit(HouseholdIngredient item) {
        HouseholdIngredient checked = PantryRules.checked(item);
        return items.find(item.id()).flatMap(before -> replace(before, checked));
    }

    /**
     * As {@link #edit}, for what using or adding some has left: that it was used or added is noted too, so that what
     * another computer did meanwhile counts as well.
     */
    public Optional<Change> use(HouseholdIngredient left) {
        HouseholdIngredient checked = PantryRules.checked(left);
        return items.find(left.id()).flatMap(before -> used(before, checked));
    }

    /** Everything that keeps a thing from being stored; empty if it can be. */
    public List<PantryProblem> problems(HouseholdIngredient item) {
        return PantryRules.problems(item);
    }

    /**
     * The thing as it would be after what was typed into its amount; empty if that uses it up.
     *
     * @throws InvalidPantryItemException if the amounts cannot be reckoned with each other, or not stored
     */
    public Optional<HouseholdIngredient> after(HouseholdIngredient item, AmountEdit edit) {
        Optional<Amount> have = Amount.of(item.quantity(), item.unit());
        return switch (edit) {
            case AmountEdit.Replace replace ->
                Optional.of(PantryRules.checked(item.withAmount(replace.text().quantity(), replace.text().unit())));
            case AmountEdit.Use use -> left(item, have.flatMap(h -> used(h, use.amount())));
            case AmountEdit.Add add -> left(item, have.flatMap(h -> added(h, add.amount())));
        };
    }

    /**
     * Does what was typed into an amount: a new amount, or using or adding some. What is used up goes to the trash.
     *
     * @return what changed; empty if there is none of that id
     * @throws InvalidPantryItemException if the amounts cannot be reckoned with each other, or not stored
     */
    public Optional<Change> move(UUID id, AmountEdit edit) {
        return items.find(id).flatMap(item -> edit instanceof AmountEdit.Replace
                ? after(item, edit).flatMap(counted -> replace(item, counted))
                : keep(item, after(item, edit)));
    }

    /** One press of + or −, by a handy step; nothing happens to what is not counted or no longer there. */
    public Optional<Change> step(UUID id, boolean up) {
        return items.find(id).flatMap(item -> Amount.of(item.quantity(), item.unit()).flatMap(have -> keep(
                item, left(item, Optional.of(up ? have.plusPacks(have.step()) : have.minusPacks(have.step()))))));
    }

    /** Moves things to the trash, for {@link #TRASH_KEPT}. Returns how many. */
    public int delete(Collection<UUID> ids) {
        return items.trash(ids);
    }

    /** Brings things back from the trash. Returns how many. */
    public int restore(Collection<UUID> ids) {
        return items.restore(ids);
    }

    /**
     * Takes a change back, and only that: what has happened to the row since stays, as {@link TakingBack} says.
     *
     * @return false if nothing was taken back, because the row was changed or removed since
     */
    public boolean undo(Change change) {
        HouseholdIngredient before = change.before();
        HouseholdIngredient after = change.after();
        if (before == null) {
            return after != null
                    && items.find(after.id()).filter(after::equals).isPresent()
                    && items.trash(List.of(after.id())) > 0;
        }
        if (after == null) {
            return items.restore(List.of(before.id())) > 0;
        }
        Optional<HouseholdIngredient> now = items.find(before.id());
        Optional<HouseholdIngredient> back = now.map(row -> TakingBack.of(before, after, row));
        return !back.equals(now) && back.flatMap(row -> used(now.orElseThrow(), row)).isPresent();
    }

    /** Removes for good what has been in the trash for longer than {@link #TRASH_KEPT}. Returns how many. */
    public int purge() {
        return items.purgeTrash(clock.instant().minus(TRASH_KEPT));
    }

    private Optional<Change> replace(HouseholdIngredient before, HouseholdIngredient after) {
        return items.update(after).map(stored -> new Change(before, stored));
    }

    private Optional<Change> used(HouseholdIngredient before, HouseholdIngredient after) {
        return PantryMove.between(before, after, clock.instant())
                .map(move -> items.update(after, move))
                .orElseGet(() -> items.update(after))
                .map(stored -> new Change(before, stored));
    }

    private Optional<Change> keep(HouseholdIngredient before, Optional<HouseholdIngredient> after) {
        if (after.isPresent()) {
            return used(before, after.get());
        }
        return items.trash(List.of(before.id())) == 0 ? Optional.empty() : Optional.of(new Change(before, null));
    }

    private static Optional<HouseholdIngredient> left(HouseholdIngredient item, Optional<Amount> amount) {
        Amount left = amount.orElseThrow(
                () -> new InvalidPantryItemException(List.of(new PantryProblem(Field.QUANTITY, Kind.UNLIKE, 0))));
        return left.isZero() ? Optional.empty() : Optional.of(item.withAmount(left.quantityText(), left.unitText()));
    }

    private static Optional<Amount> used(Amount have, Amount used) {
        return inPacks(have, used) ? Optional.of(have.minusPacks(used.total())) : have.minus(used);
    }

    private static Optional<Amount> added(Amount have, Amount more) {
        return inPacks(have, more) ? Optional.of(have.plusPacks(more.total())) : have.plus(more);
    }

    /** "use 1" and "use 1 tin" of "2 x 400 g" mean a pack; "use 1" of "250 g" means a gram, "+1" of "8" one more. */
    private static boolean inPacks(Amount have, Amount moved) {
        return moved.unit().isEmpty() || (have.packs() != null && UnitWords.isCount(moved.unit()));
    }
}
