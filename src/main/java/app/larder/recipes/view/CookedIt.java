package app.larder.recipes.view;

import app.larder.cook.CookNow;
import app.larder.cook.CookPlan;
import app.larder.cook.Cooked;
import app.larder.cook.Subtraction;
import app.larder.cook.Untaken;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** "Cooked it": takes what a recipe used from the pantry, says what was taken and what was not, and takes it all back. */
public final class CookedIt {

    /** Things named in the notice; the rest is counted. */
    private static final int NAMED = 4;

    private final CookNow cookNow;
    private final AtHome atHome;
    private final Background background;
    private final Notices notices;
    private final Texts texts;

    public CookedIt(CookNow cookNow, AtHome atHome, Background background, Notices notices, Texts texts) {
        this.cookNow = cookNow;
        this.atHome = atHome;
        this.background = background;
        this.notices = notices;
        this.texts = texts;
    }

    /** What was planned and what came of it. */
    private record Done(CookPlan plan, Cooked cooked) {}

    /** The recipe was cooked in these amounts. */
    void cooked(Portion portion) {
        background.run(
                () -> {
                    CookPlan plan = cookNow.plan(portion.recipe(), portion.factor());
                    return new Done(plan, cookNow.apply(plan));
                },
                this::done,
                this::failed);
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
        atHome.pantryChanged();
        String taken = named(done.plan().subtractions().stream()
                .filter(s -> !done.cooked().skipped().contains(s.before()))
                .map(this::taken)
                .toList());
        String left = named(done.plan().untaken().stream()
                .filter(u -> u.why() != Untaken.Why.NOT_AT_HOME)
                .map(Untaken::text)
                .toList());
        if (taken.isEmpty()) {
            notices.done(texts.get("recipes.cooked.nothing", done.plan().name()));
            return;
        }
        String says = left.isEmpty()
                ? texts.get("recipes.cooked.taken", taken)
                : texts.get("recipes.cooked.taken", taken) + " " + texts.get("recipes.cooked.left", left);
        notices.undoable(says, texts.get("shell.undo"), () -> undo(done.cooked()));
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
                _ -> atHome.pantryChanged(),
                this::failed);
    }

    private void failed(Exception why) {
        notices.problem(Objects.requireNonNullElse(why.getMessage(), texts.get("recipes.failed.title")));
    }
}
