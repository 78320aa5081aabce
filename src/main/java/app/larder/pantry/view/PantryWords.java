package app.larder.pantry.view;

import app.larder.fx.Texts;
import app.larder.pantry.Addition;
import app.larder.pantry.AmountText;
import app.larder.pantry.Change;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.PantryLine;
import app.larder.pantry.PantryProblem;
import java.util.List;

/** The pantry's sentences in the window's language. */
final class PantryWords {

    private final Texts texts;
    private final ShelfNames shelves;

    PantryWords(Texts texts) {
        this.texts = texts;
        this.shelves = new ShelfNames(texts);
    }

    String amount(HouseholdIngredient item) {
        return new AmountText(item.quantity(), item.unit()).display();
    }

    /** A thing with its amount: "Eggs (8)". */
    String thing(HouseholdIngredient item) {
        String amount = amount(item);
        return amount.isEmpty() ? item.name() : texts.get("pantry.thing", item.name(), amount);
    }

    Preview preview(PantryLine line, Addition addition, List<PantryProblem> problems) {
        String merges =
                switch (addition) {
                    case Addition.Fresh _ -> "";
                    case Addition.There _ -> texts.get("pantry.merge.there");
                    case Addition.Merge merge -> texts.get("pantry.merge", amount(merge.existing()));
                };
        String category =
                switch (addition) {
                    case Addition.Fresh fresh -> shelves.of(fresh.line().category());
                    case Addition.There there -> shelves.of(there.existing().category());
                    case Addition.Merge merge -> shelves.of(merge.existing().category());
                };
        String problem = problems.isEmpty() ? null : problem(problems.getFirst());
        return new Preview(line.amount().display(), line.name(), category, merges, problem);
    }

    String problem(PantryProblem problem) {
        String field =
                switch (problem.field()) {
                    case NAME -> texts.get("pantry.name");
                    case QUANTITY -> texts.get("pantry.quantity");
                    case UNIT -> texts.get("pantry.unit");
                    case CATEGORY -> texts.get("pantry.category");
                };
        return switch (problem.kind()) {
            case BLANK -> texts.get("pantry.problem.blank");
            case TOO_LONG -> texts.get("pantry.problem.long", field, problem.limit());
            case BROKEN_CHARACTER -> texts.get("pantry.problem.broken", field);
            case UNLIKE -> texts.get("pantry.problem.unlike");
        };
    }

    /** What a change did, as a notice. */
    String done(Change change) {
        HouseholdIngredient before = change.before();
        HouseholdIngredient after = change.after();
        if (after == null) {
            return texts.get("pantry.done.used-up", before == null ? "" : before.name());
        }
        if (before == null) {
            return texts.get("pantry.done.added", thing(after));
        }
        if (amount(before).equals(amount(after))) {
            return texts.get("pantry.done.edited", after.name());
        }
        return texts.get("pantry.done.changed", after.name(), amount(before), amount(after));
    }

    String deleted(List<HouseholdIngredient> items) {
        return items.size() == 1
                ? texts.get("pantry.done.deleted", items.getFirst().name())
                : texts.get("pantry.done.deleted-many", items.size());
    }
}
