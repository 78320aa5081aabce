package app.larder.store;

import app.larder.account.NewId;
import app.larder.account.User;
import app.larder.recipes.Recipe;
import app.larder.sync.Entity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Whose the rows of a local file are: of somebody this computer made up, or, once connected, of an account of the
 * family's, under the id the server knows. Ids of rows never change.
 */
final class Ownership {

    /** Notes: whose account the file is connected with, and whose it was last. */
    private static final String CONNECTED = "CONNECTED";

    private static final String ACCOUNT = "ACCOUNT";
    private static final String DEVICE = "DEVICE";

    /** An older program would edit without noting it: it says "please update" instead. */
    private static final String OLDEST_THAT_NOTES = "update larder.schema_meta set min_client = 7 where min_client < 7";

    private static final List<String> OWNED = List.of(
            "public.recipes", "public.chat_sessions", "public.household_ingredients", "larder.recipe_details",
            "larder.message_details", "larder.message_drafts", "larder.pantry_moves", "larder.trash", "larder.conflicts",
            "larder.recipe_search", "larder.recipe_terms", "larder.ingredient_terms", "larder.search_state",
            "larder.recipe_photos", "larder.photo_bytes");

    private final StatelessSession session;
    private final Statements statements;

    /** Within one transaction, as the person the rows belong to so far. */
    Ownership(StatelessSession session, Statements statements) {
        this.session = session;
        this.statements = statements;
    }

    /** Whether the file is an account's, and its edits are noted. */
    static boolean isConnected(Statements statements) {
        return note(statements, CONNECTED).isPresent() && SyncTriggers.areThere(statements);
    }

    private static Optional<UUID> note(Statements statements, String slot) {
        return statements
                .first("select note from larder.sync_notes where slot = ?", row -> row.getString(1), slot)
                .map(UUID::fromString);
    }

    static UUID deviceId(Statements statements) {
        return note(statements, DEVICE).orElseGet(() -> {
            UUID made = NewId.at(Instant.now());
            keep(statements, DEVICE, made);
            return made;
        });
    }

    private static void keep(Statements statements, String slot, UUID id) {
        statements.update("merge into larder.sync_notes (slot, note) key (slot) values (?, ?)", slot, id.toString());
    }

    /**
     * Gives everything to an account and notes all of it as not sent yet.
     *
     * @param sample the recipes that are dropped, if they came by an import
     */
    User give(User from, UUID to, String username, Predicate<Recipe> sample) {
        if (!note(statements, ACCOUNT).equals(Optional.of(to))) {
            // What another account's server once said is nothing to go by.
            List.of("sync_rows", "sync_inbox", "sync_dirty", "sync_notes")
                    .forEach(table -> statements.update("delete from larder." + table));
        }
        dropSamples(sample);
        User owner = from.id().equals(to) ? from : move(from, to, username);
        markAll();
        for (String slot : List.of(CONNECTED, ACCOUNT)) {
            keep(statements, slot, to);
        }
        statements.update(OLDEST_THAT_NOTES);
        return owner;
    }

    private void dropSamples(Predicate<Recipe> sample) {
        List<UUID> imported = session.createSelectionQuery(
                        "select d.recipeId from RecipeDetailsRow d where d.importBatch is not null", UUID.class)
                .getResultList();
        List<UUID> untouched = RecipeRows.load(session, imported).stream()
                .filter(sample)
                .map(Recipe::id)
                .toList();
        statements.batch(
                "delete from public.recipes where id = ?",
                untouched.stream().map(id -> new @Nullable Object[] {id}).toList());
    }

    private User move(User from, UUID to, String username) {
        // Their name is theirs alone: the old row lets go of it first.
        statements.update("update public.users set username = ? where id = ?", from.id().toString(), from.id());
        if (statements.number("select count(*) from public.users where id = ?", to) == 0) {
            statements.update(
                    "insert into public.users (id, username, password_hash, created_at, updated_at)"
                            + " select ?, ?, '!', created_at, updated_at from public.users where id = ?",
                    to,
                    username,
                    from.id());
        }
        OWNED.forEach(table ->
                statements.update("update " + table + " set user_id = ? where user_id = ?", to, from.id()));
        renumberTerms(to);
        statements.update("delete from public.users where id = ?", from.id());
        return new User(to, username, from.createdAt(), from.updatedAt());
    }

    private record Numbered(long old, long fresh) {}

    /** Names of ingredients go by numbers that are made of the person's id too. */
    private void renumberTerms(UUID to) {
        List<Numbered> terms = statements.list(
                "select term_id, name from larder.ingredient_terms where user_id = ?",
                row -> new Numbered(row.getLong(1), SearchKeys.termId(to, row.getString(2))),
                to);
        List<@Nullable Object[]> values = terms.stream()
                .map(term -> new @Nullable Object[] {term.fresh(), term.old()})
                .toList();
        statements.batch("update larder.ingredient_terms set term_id = ? where term_id = ?", values);
        statements.batch("update larder.recipe_terms set term_id = ? where term_id = ?", values);
    }

    /** Marks every row that is here, and every one that was heard of and has gone meanwhile. */
    private void markAll() {
        String edited = Edited.all(Instant.now().truncatedTo(ChronoUnit.MICROS)).text();
        for (Entity entity : Entity.values()) {
            if (entity != Entity.USERS) {
                String group = entity == Entity.PANTRY_MOVES ? "t.item_id" : "t." + entity.key();
                statements.update(
                        "insert into larder.sync_dirty (entity, row_id, group_id, seq, edited) select ?, t." + entity.key()
                                + ", " + group + ", next value for larder.sync_seq, ? from " + RowImages.table(entity)
                                + " t on conflict do nothing",
                        entity.wire(),
                        edited);
                statements.update(
                        "insert into larder.sync_dirty (entity, row_id, group_id, seq, edited)"
                                + " select s.entity, s.row_id, s.row_id, next value for larder.sync_seq, ''"
                                + " from larder.sync_rows s where s.entity = ? and not s.deleted and not exists (select 1"
                                + " from " + RowImages.table(entity) + " t where t." + entity.key() + " = s.row_id)"
                                + " on conflict do nothing",
                        entity.wire());
            }
        }
    }

    /** On this computer only from now on; what was heard stays known. */
    static void cut(Statements statements) {
        statements.update("delete from larder.sync_notes where slot = ?", CONNECTED);
        statements.update("update larder.schema_meta set min_client = 1");
        statements.make(SyncTriggers::drop);
    }
}
