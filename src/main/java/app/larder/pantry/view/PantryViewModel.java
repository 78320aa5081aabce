package app.larder.pantry.view;

import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.pantry.Change;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.Pantry;
import app.larder.pantry.PantryLine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the Pantry room shows and does. Used on the JavaFX thread only. */
public final class PantryViewModel {

    private final Pantry pantry;
    private final InOrder work;
    private final Notices notices;
    private final Texts texts;
    private final Clock clock;
    private final PantryWords words;
    private final Undos undos;
    private final Runnable takenBack;
    private final CellTyping typing;
    private final QuickAdd quickAdd;

    private final ReadOnlyObjectWrapper<RoomState> state = new ReadOnlyObjectWrapper<>(RoomState.LOADING);
    private final ReadOnlyObjectWrapper<List<PantryRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<String> summary = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<@Nullable UUID> revealed = new ReadOnlyObjectWrapper<>();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<TableOrder> order = new SimpleObjectProperty<>(TableOrder.DEFAULT);

    private AtHome home = AtHome.of(List.of());
    private @Nullable RowEdit edit;
    private boolean loaded;

    /**
     * A room over a pantry.
     *
     * @param clock says what today is, where this computer is
     * @param takenBack told after every undo, which may come while another room is on screen
     */
    public PantryViewModel(
            Pantry pantry, Background background, Notices notices, Texts texts, Clock clock, Runnable takenBack) {
        this.pantry = pantry;
        this.work = new InOrder(background);
        this.notices = notices;
        this.texts = texts;
        this.clock = clock.withZone(ZoneId.systemDefault());
        this.words = new PantryWords(texts);
        this.undos = new Undos(notices, texts, words, this.clock, this::takeBack);
        this.takenBack = takenBack;
        this.typing = new CellTyping(pantry, texts, this.clock);
        this.quickAdd = new QuickAdd(pantry, words, () -> home);
        filter.subscribe(_ -> show());
        order.subscribe(_ -> show());
    }

    /** Reads everything afresh; what is shown stays until it is here. */
    public void load() {
        if (!loaded) {
            state.set(RoomState.LOADING);
        }
        work.run(pantry::all, all -> take(AtHome.of(all)), failure -> {
            if (loaded) {
                failed(failure);
            } else {
                state.set(RoomState.FAILED);
            }
        });
    }

    /** The pantry was changed from elsewhere; a room never entered has nothing to show yet. */
    public void pantryChanged() {
        if (loaded) {
            load();
        }
    }

    /** Adds what the quick-add line says and empties it; a line that cannot be kept stays, with the reason. */
    public void add() {
        quickAdd.take().ifPresent(typed -> work.run(
                () -> pantry.add(typed),
                change -> change.ifPresentOrElse(this::changed, () -> isThere(typed)),
                failure -> {
                    quickAdd.putBack(typed);
                    failed(failure);
                }));
    }

    private void isThere(String typed) {
        String name = PantryLine.of(typed).name();
        notices.done(texts.get("pantry.done.there", name));
        home.named(name, 1).forEach(i -> reveal(i.id()));
    }

    /** One press of + or − on these rows. */
    public void step(Collection<UUID> ids, boolean up) {
        for (UUID id : List.copyOf(ids)) {
            work.run(
                    () -> pantry.step(id, up),
                    change -> change.ifPresent(c -> {
                        take(home.after(c));
                        if (c.after() == null) {
                            undos.offer(c);
                        } else {
                            undos.step(id, up, c);
                        }
                    }),
                    this::failed);
        }
    }

    /** Puts these things in the trash. */
    public void delete(Collection<UUID> ids) {
        Set<UUID> gone = Set.copyOf(ids);
        List<HouseholdIngredient> deleted = home.items().stream().filter(i -> gone.contains(i.id())).toList();
        if (deleted.isEmpty()) {
            return;
        }
        work.run(
                () -> pantry.delete(gone),
                _ -> {
                    take(home.without(gone));
                    undos.offer(
                            words.deleted(deleted),
                            () -> takeBack(() -> pantry.restore(gone) > 0, deleted.getFirst()));
                },
                this::failed);
    }

    /** Begins typing into a cell; what was being typed elsewhere is dropped. */
    public void startEdit(UUID id, Column column) {
        rows.get().stream().filter(row -> row.id().equals(id)).findFirst().ifPresent(row -> {
            edit = new RowEdit(id, column, row.text(column), null);
            show();
        });
    }

    /** Leaves the cell as it was; false if none was being typed into. */
    public boolean cancelEdit() {
        boolean editing = edit != null;
        edit = null;
        if (editing) {
            show();
        }
        return editing;
    }

    /** Takes what was typed into the cell; false if it was refused: it is still there, with the reason. */
    public boolean commitEdit(String typed) {
        RowEdit editing = edit;
        Optional<HouseholdIngredient> item = editing == null ? Optional.empty() : home.find(editing.id());
        if (editing == null || item.isEmpty()) {
            cancelEdit();
            return true;
        }
        boolean same = editing.problem() == null && typed.strip().equals(editing.text().strip());
        String problem = same ? null : typing.problem(item.get(), editing.column(), typed);
        edit = problem == null ? null : new RowEdit(editing.id(), editing.column(), typed, problem);
        show();
        if (problem == null && !same) {
            work.run(
                    () -> typing.keep(editing.id(), editing.column(), typed),
                    change -> change.ifPresent(this::changed),
                    this::failed);
        }
        return problem == null;
    }

    /** Shows a row, whatever the filter: by {@link #revealedProperty}. */
    public void reveal(UUID id) {
        if (rows.get().stream().noneMatch(row -> row.id().equals(id))) {
            filter.set("");
        }
        revealed.set(null);
        revealed.set(id);
    }

    /** What is at home by that name, at most {@code limit}. */
    List<HouseholdIngredient> named(String typed, int limit) {
        return home.named(typed, limit);
    }

    private void changed(Change change) {
        take(home.after(change));
        undos.offer(change);
        HouseholdIngredient after = change.after();
        if (after != null) {
            reveal(after.id());
        }
    }

    private void takeBack(Change change) {
        HouseholdIngredient row = change.before() == null ? change.after() : change.before();
        if (row != null) {
            takeBack(() -> pantry.undo(change), row);
        }
    }

    private void takeBack(Callable<Boolean> undo, HouseholdIngredient row) {
        work.run(
                undo,
                done -> {
                    if (!done) {
                        notices.done(texts.get("pantry.undo.changed", row.name()));
                    }
                    work.run(pantry::all, all -> took(all, row.id()), this::failed);
                    takenBack.run();
                },
                this::failed);
    }

    private void took(List<HouseholdIngredient> all, UUID id) {
        take(AtHome.of(all));
        if (home.find(id).isPresent()) {
            reveal(id);
        }
    }

    private void take(AtHome now) {
        home = now;
        loaded = true;
        quickAdd.understand();
        show();
    }

    private void show() {
        if (!loaded) {
            return;
        }
        RowEdit editing = edit;
        List<PantryRow> shown = new PantryTable(texts, LocalDate.now(clock), clock.getZone())
                .rows(home.items(), filter.get(), order.get()).stream()
                .map(row -> editing != null && row.id().equals(editing.id()) ? row.withEdit(editing) : row)
                .toList();
        rows.set(shown);
        summary.set(
                filter.get().isBlank()
                        ? texts.get("pantry.count", home.items().size())
                        : texts.get("pantry.count-filtered", shown.size(), home.items().size()));
        state.set(home.items().isEmpty() ? RoomState.EMPTY : shown.isEmpty() ? RoomState.NOTHING_FOUND : RoomState.READY);
    }

    private void failed(Exception failure) {
        notices.problem(texts.why(failure, "pantry.failed.change"), texts.get("pantry.retry"), this::load);
    }

    public ReadOnlyObjectProperty<RoomState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The table's rows; a new list at every change. */
    public ReadOnlyObjectProperty<List<PantryRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** "146 things at home". */
    public ReadOnlyObjectProperty<String> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** What the quick-add line means so far. */
    public ReadOnlyObjectProperty<Preview> previewProperty() {
        return quickAdd.previewProperty();
    }

    /** The row to scroll to and select; null before the first. */
    public ReadOnlyObjectProperty<@Nullable UUID> revealedProperty() {
        return revealed.getReadOnlyProperty();
    }

    /** What is typed into the quick-add field. */
    public StringProperty lineProperty() {
        return quickAdd.lineProperty();
    }

    public StringProperty filterProperty() {
        return filter;
    }

    public ObjectProperty<TableOrder> orderProperty() {
        return order;
    }
}
