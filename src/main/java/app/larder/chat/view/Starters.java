package app.larder.chat.view;

import app.larder.cook.CookNow;
import app.larder.cook.SoonItem;
import app.larder.fx.Texts;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.Pantry;
import java.util.ArrayList;
import java.util.List;

/** What somebody might ask first, from what is in their own pantry. */
public final class Starters {

    private static final int MOST = 4;

    private final Pantry pantry;
    private final CookNow cook;
    private final Texts texts;

    /** Questions about that pantry. */
    public Starters(Pantry pantry, CookNow cook, Texts texts) {
        this.pantry = pantry;
        this.cook = cook;
        this.texts = texts;
    }

    /** At most four questions, what is pressing first. Blocks on the database. */
    List<String> now() {
        List<String> questions = new ArrayList<>();
        List<String> pressing = cook.ranking().soon().stream().map(SoonItem::row).map(HouseholdIngredient::name).toList();
        List<String> home = pantry.all().stream().map(HouseholdIngredient::name).toList();
        if (pressing.size() >= 2) {
            questions.add(texts.get("chat.starter.two", pressing.get(0), pressing.get(1)));
        } else if (!pressing.isEmpty()) {
            questions.add(texts.get("chat.starter.one", pressing.getFirst()));
        }
        if (!home.isEmpty()) {
            questions.add(texts.get("chat.starter.cook"));
            questions.add(texts.get("chat.starter.soon"));
        }
        questions.add(texts.get("chat.starter.substitute"));
        questions.add(texts.get("chat.starter.convert"));
        return questions.stream().limit(MOST).toList();
    }
}
