package app.larder.store;

import app.larder.kitchen.SearchForm;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.HouseholdIngredientRepository;
import app.larder.pantry.PantryMove;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import tools.jackson.databind.json.JsonMapper;

/** One person's pantry in either database. */
final class PantryStore implements HouseholdIngredientRepository {

    private static final Comparator<HouseholdIngredient> BY_NAME = Comparator.comparing(
                    (HouseholdIngredient item) -> SearchForm.of(item.name()))
            .thenComparing(HouseholdIngredient::id);

    private final Sessions sessions;
    private final Trash<HouseholdIngredient> trash;

    PantryStore(Sessions sessions, JsonMapper mapper) {
        this.sessions = sessions;
        this.trash = new Trash<>(TrashRow.HOUSEHOLD_INGREDIENT, HouseholdIngredient.class, mapper);
    }

    @Override
    public List<HouseholdIngredient> all() {
        return sessions.read(session ->
                session
                        .createSelectionQuery("from HouseholdIngredientRow i", HouseholdIngredientRow.class)
                        .getResultList()
                        .stream()
                        .map(PantryStore::item)
                        .sorted(BY_NAME)
                        .toList());
    }

    @Override
    public Optional<HouseholdIngredient> find(UUID id) {
        return sessions.read(session -> {
            HouseholdIngredientRow row = session.get(HouseholdIngredientRow.class, id);
            return row == null ? Optional.empty() : Optional.of(item(row));
        });
    }

    @Override
    public List<HouseholdIngredient> add(List<HouseholdIngredient> items) {
        List<HouseholdIngredient> stored = items.stream().map(PantryStore::storable).toList();
        return sessions.write(session -> {
            insert(session, stored);
            return stored;
        });
    }

    private void insert(StatelessSession session, List<HouseholdIngredient> items) {
        session.insertMultiple(items.stream().map(this::row).toList());
    }

    @Override
    public Optional<HouseholdIngredient> update(HouseholdIngredient item) {
        return sessions.write(session -> update(session, item));
    }

    @Override
    public Optional<HouseholdIngredient> update(HouseholdIngredient item, PantryMove move) {
        return sessions.write(session -> {
            Optional<HouseholdIngredient> stored = update(session, item);
            if (stored.isPresent()) {
                session.insert(row(move));
            }
            return stored;
        });
    }

    private Optional<HouseholdIngredient> update(StatelessSession session, HouseholdIngredient item) {
        HouseholdIngredient stored = storable(item);
        if (session.get(HouseholdIngredientRow.class, stored.id()) == null) {
            return Optional.empty();
        }
        session.update(row(stored));
        return Optional.of(stored);
    }

    private PantryMoveRow row(PantryMove move) {
        PantryMoveRow row = new PantryMoveRow();
        row.id = move.id();
        row.userId = sessions.userId();
        row.itemId = move.itemId();
        row.delta = move.delta();
        row.unit = move.unit();
        row.at = move.at();
        return row;
    }

    @Override
    public int trash(Collection<UUID> ids) {
        return sessions.write(session -> {
            int count = 0;
            for (List<UUID> slice : Slices.of(ids)) {
                List<Trash.Kept<HouseholdIngredient>> kept = session
                        .createSelectionQuery(
                                "from HouseholdIngredientRow i where i.id in :ids", HouseholdIngredientRow.class)
                        .setParameter("ids", slice)
                        .getResultList()
                        .stream()
                        .map(row -> new Trash.Kept<>(row.id, row.name, item(row)))
                        .toList();
                trash.put(session, sessions.userId(), kept);
                count += session.createMutationQuery("delete from HouseholdIngredientRow i where i.id in :ids")
                        .setParameter("ids", slice)
                        .executeUpdate();
            }
            return count;
        });
    }

    @Override
    public int restore(Collection<UUID> ids) {
        return sessions.write(session -> {
            int count = 0;
            for (List<UUID> slice : Slices.of(ids)) {
                Set<UUID> present = new HashSet<>(session
                        .createSelectionQuery(
                                "select i.id from HouseholdIngredientRow i where i.id in :ids", UUID.class)
                        .setParameter("ids", slice)
                        .getResultList());
                List<HouseholdIngredient> back = trash.find(session, slice).stream()
                        .filter(item -> !present.contains(item.id()))
                        .toList();
                insert(session, back);
                trash.remove(session, slice);
                count += back.size();
            }
            return count;
        });
    }

    @Override
    public int purgeTrash(Instant before) {
        return sessions.write(session -> trash.purge(session, before));
    }

    private static HouseholdIngredient storable(HouseholdIngredient item) {
        CleanText.check(item);
        return new HouseholdIngredient(
                item.id(),
                item.name(),
                item.quantity(),
                item.unit(),
                item.category(),
                item.addedAt().truncatedTo(ChronoUnit.MICROS));
    }

    private static HouseholdIngredient item(HouseholdIngredientRow row) {
        return new HouseholdIngredient(row.id, row.name, row.quantity, row.unit, row.category, row.addedAt);
    }

    private HouseholdIngredientRow row(HouseholdIngredient item) {
        HouseholdIngredientRow row = new HouseholdIngredientRow();
        row.id = item.id();
        row.userId = sessions.userId();
        row.name = item.name();
        row.quantity = item.quantity();
        row.unit = item.unit();
        row.category = item.category();
        row.addedAt = item.addedAt();
        return row;
    }
}
