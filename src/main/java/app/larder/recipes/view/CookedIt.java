package app.larder.recipes.view;

import app.larder.cook.CookNow;
import app.larder.cook.CookPlan;
import app.larder.cook.Cooked;
import app.larder.cook.Subtraction;
import app.larder.cook.Untaken;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.pantry.HouseholdIngredient;
import java.util.ArrayList;
import java.util.List;

/** "Cooked it": takes what a recipe used from the pantry, says what was taken and what was not, and takes it all back. */
public final class CookedIt {

    /** Things named in the notice; the rest is counted. */
    private static final int NAMED = 4;

    private final CookNow cookNow;
    private final AtHome atHome;
    private final Background background;
    private final Notices notices;
    private final Texts texts;
    private final Runnable pantryChanged;
    private boolean busy;

    /** Takes from the pantry of {@code cookNow}; {@code pantryChanged} is run when that has changed. */
    public CookedIt(
            CookNow cookNow, AtHome atHome, Background background, Notices notices, Texts texts, Runnable pantryChanged) {
        this.cookNow = cookNow;
        this.atHome = atHome;
        this.background = background;
        this.notices = notices;
        this.texts = texts;
        this.pantryChanged = pantryChanged;
    }

    /** What was planned and what came of it. */
    private record Done(CookPlan plan, Cooked cooked) {}

    /** The recipe was cooked in these amounts. While one is being taken from the pantry, a second press is a slip. */
    void cooked(Portion portion) {
        if (busy) {
            return;
        }
        busy = true;
        background.run(
                () -> {
                    cookNow.pantryChanged();
                    CookPlan plan = cookNow.plan(portion.recipe(), portion.factor());
                    return new Done(plan, cookNow.apply(plan));
                },
                done -> {
                    busy = false;
                    done(done);
                },
                failure -> {
                    busy = false;
                    failed(failure);
                });
    }

    /** The recipe was cooked to its last step: offers to take what it used from the pantry, if anything is there. */
    void offer(Portion portion) {
        if (atHome.lookProperty().get().stocked()) {
            notices.offer(
                    texts.get("recipes.cooked.offer", portion.recipe().name()),
                    texts.get("recipes.cooked.take"),
                    () -> cooked(portion));
        }
    }

    private void done(Done done) {
        pantryChanged.run();
        String says = says(done.plan(), done.cooked());
        if (done.cooked().changes().isEmpty()) {
            notices.done(says);
        } else {
            notices.undoable(says, texts.get("shell.undo"), () -> undo(done.cooked()));
        }
    }

    /** What was taken, what was left as it is, and what somebody changed between planning and taking. */
    String says(CookPlan plan, Cooked cooked) {
        List<String> sentences = new ArrayList<>();
        List<String> taken = plan.subtractions().stream()
                .filter(s -> !cooked.skipped().contains(s.before()))
                .map(this::taken)
                .toList();
        say("recipes.cooked.taken", taken, sentences);
        if (!taken.isEmpty()) {
            List<String> left = plan.untaken().stream()
                    .filter(u -> u.why() != Untaken.Why.NOT_AT_HOME)
                    .map(Untaken::text)
                    .toList();
            say("recipes.cooked.left", left, sentences);
        }
        say("recipes.cooked.skipped", cooked.skipped().stream().map(HouseholdIngredient::name).toList(), sentences);
        return sentences.isEmpty() ? texts.get("recipes.cooked.nothing", plan.name()) : String.join(" ", sentences);
    }

    private void say(String key, List<String> things, List<String> sentences) {
        if (!things.isEmpty()) {
            sentences.add(texts.get(key, named(things)));
        }
    }

    private String taken(Subtraction subtraction) {
        String amount = new HomeWords(texts).amount(subtraction.taken());
        String name = subtraction.before().name();
        return texts.get(subtraction.after() == null ? "recipes.cooked.up" : "recipes.cooked.some", amount, name);
    }

    private String named(List<String> things) {
        if (things.size() <= NAMED + 1) {
            return String.join(", ", things);
        }
        List<String> first = new ArrayList<>(things.subList(0, NAMED));
        return texts.get("recipes.cooked.more", String.join(", ", first), things.size() - NAMED);
    }

    private void undo(Cooked cooked) {
        background.run(
                () -> {
                    cookNow.undo(cooked);
                    return cooked;
                },
                _ -> pantryChanged.run(),
                this::failed);
    }

    private void failed(Exception why) {
        notices.problem(texts.why(why, "recipes.failed.title"));
    }
}
