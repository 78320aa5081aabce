package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Verifying names what somebody changed, and migrating puts the rules right again. */
class VerificationTest {

    @Test
    void whatWasChangedIsNamed() {
        Map<String, String> changes = Map.ofEntries(
                Map.entry("drop policy larder_wall on public.recipes", "Missing: policy larder_wall on public.recipes."),
                Map.entry("alter policy larder_signed_in on public.chat_messages using (true)", "Changed: policy larder_signed_in on public.chat_messages."),
                Map.entry("create policy open on larder.sign_ins using (true)", "Not Larder's: policy open on larder.sign_ins."),
                Map.entry("alter table public.users disable row level security", "Changed: row-level security of public.users."),
                Map.entry("drop trigger larder_search on public.recipes", "Missing: trigger larder_search on public.recipes."),
                Map.entry("alter table larder.recipe_details disable trigger larder_details", "Changed: trigger larder_details on larder.recipe_details."),
                Map.entry("grant select on larder.sign_ins to anon", "Not Larder's: grant of SELECT on larder.sign_ins to anon."),
                Map.entry("grant select (password_hash) on public.users to larder_app", "Not Larder's: grant of SELECT on public.users.password_hash to larder_app."),
                Map.entry("grant execute on function larder.may_try(text) to public", "Not Larder's: grant of execute on larder.may_try(text) to everybody."),
                Map.entry("alter function larder.current_user_id() reset search_path", "Changed: function larder.current_user_id()."),
                Map.entry("create or replace function larder.sign_out() returns void language sql security definer set search_path = '' as 'select'", "Changed: function larder.sign_out()."),
                Map.entry("drop index larder.sign_ins_user_id_idx", "Missing: index sign_ins_user_id_idx on larder.sign_ins."),
                Map.entry("alter table larder.trash drop column name", "Missing: column larder.trash.name."),
                Map.entry("alter table public.recipes alter column source set not null", "Changed: column public.recipes.source."),
                Map.entry("create table larder.mine (i int)", "Not Larder's: column larder.mine.i."));
        try (Family family = Family.fresh()) {
            RemoteSetUp setUp = new RemoteSetUp();
            assertEquals(List.of(), setUp.verify(family.ownersServer()));
            changes.keySet().forEach(family::asOwner);
            List<String> differences = setUp.verify(family.ownersServer());
            assertEquals(
                    List.of(),
                    changes.values().stream().filter(s -> !differences.contains(s)).toList(),
                    () -> "not among " + differences);
        }
    }

    @Test
    void aLoginWithMorePowerThanAComputerMayHaveIsNamed() {
        try (Family family = Family.fresh()) {
            String login = family.invitation().login();
            family.asOwner("alter role " + login + " createrole");
            family.asOwner("create role " + login + "_friends; grant " + login + "_friends to " + login);

            assertEquals(
                    List.of(
                            "Role: " + login + " has more power than a computer may have.",
                            "Role: " + login + " is a member of " + login + "_friends."),
                    new RemoteSetUp().verify(family.ownersServer()));
        }
    }
}
