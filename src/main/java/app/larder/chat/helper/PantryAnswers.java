package app.larder.chat.helper;

import app.larder.cook.SoonItem;
import app.larder.kitchen.FoodMatch;
import app.larder.kitchen.Foods;
import app.larder.pantry.AmountText;
import app.larder.pantry.HouseholdIngredient;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Answers about what is at home. */
final class PantryAnswers {

    private static final int MOST_ROWS = 40;
    private static final int MOST_SOON = 10;
    private static final int MOST_RECIPES = 3;

    private final HelperKitchen kitchen;

    PantryAnswers(HelperKitchen kitchen) {
        this.kitchen = kitchen;
    }

    String useSoon(HelperWords words) {
        List<SoonItem> soon = kitchen.ranking().soon();
        if (soon.isEmpty()) {
            return words.say("soon.none");
        }
        List<String> lines = new ArrayList<>();
        Set<UUID> recipes = new LinkedHashSet<>();
        for (SoonItem item : soon.stream().limit(MOST_SOON).toList()) {
            lines.add(day(item, words));
            recipes.addAll(item.recipes().stream().limit(2).toList());
        }
        String text = words.say("soon.title") + "\n\n" + list(lines);
        List<String> cards = new RecipeAnswers(kitchen).cards(recipes.stream().limit(MOST_RECIPES).toList(), words);
        return cards.isEmpty() ? text : text + "\n\n" + words.say("soon.recipes") + "\n\n" + list(cards);
    }

    private static String day(SoonItem item, HelperWords words) {
        String row = row(item.row());
        int days = item.daysLeft();
        if (days < 0) {
            return words.say("day.past", row);
        }
        return days == 0
                ? words.say("day.today", row)
                : days == 1 ? words.say("day.one", row) : words.say("day.many", row, days);
    }

    String have(Question question, HelperWords words) {
        String subject = question.subject();
        List<String> foods = Mentions.foods(subject);
        boolean whole = foods.isEmpty() || subject.split("\\s+", -1).length <= 3;
        String food = whole ? subject : foods.getFirst();
        if (food.isBlank()) {
            return all(words);
        }
        List<String> rows = kitchen.pantry().stream()
                .filter(row -> Foods.match(food, row.name()).filter(match -> match != FoodMatch.INSTEAD).isPresent())
                .map(PantryAnswers::row)
                .toList();
        return rows.isEmpty()
                ? words.say("have.no", plain(food))
                : words.say("have.yes") + "\n\n" + list(rows);
    }

    String all(HelperWords words) {
        List<HouseholdIngredient> rows = kitchen.pantry();
        if (rows.isEmpty()) {
            return words.say("home.empty");
        }
        String text = words.say("home.title", rows.size()) + "\n\n"
                + list(rows.stream().limit(MOST_ROWS).map(PantryAnswers::row).toList());
        return rows.size() <= MOST_ROWS ? text : text + "\n\n" + words.say("home.more", rows.size() - MOST_ROWS);
    }

    private static String row(HouseholdIngredient row) {
        String amount = new AmountText(row.quantity(), row.unit()).display();
        String name = plain(row.name());
        return amount.isEmpty() ? name : name + " (" + plain(amount) + ")";
    }

    /** Lines as a list. */
    static String list(List<String> lines) {
        return "- " + String.join("\n- ", lines);
    }

    /** A person's or a page's words, so that Markdown makes nothing else of them. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").replaceAll("([\\\\`*_\\[\\]<>#|!])", "\\\\$1");
    }
}
