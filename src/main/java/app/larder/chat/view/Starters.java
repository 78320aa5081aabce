package app.larder.chat.view;

import app.larder.cook.CookNow;
import app.larder.cook.SoonItem;
import app.larder.fx.Background;
import app.larder.fx.Texts;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.Pantry;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What somebody might ask first, from what is in their own pantry. Used on the JavaFX thread only. */
public final class Starters {

    private static final int MOST = 4;

    private final Pantry pantry;
    private final CookNow cook;
    private final Background background;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<List<String>> questions = new ReadOnlyObjectWrapper<>(List.of());

    /** Questions about that pantry; none before {@link #look}. */
    public Starters(Pantry pantry, CookNow cook, Background background, Texts texts) {
        this.pantry = pantry;
        this.cook = cook;
        this.background = background;
        this.texts = texts;
    }

    /** Looks what is in the pantry now. */
    void look() {
        background.run(this::now, questions::set, _ -> questions.set(List.of()));
    }

    /** At most four questions, what is pressing first. */
    ReadOnlyObjectProperty<List<String>> questionsProperty() {
        return questions.getReadOnlyProperty();
    }

    private List<String> now() {
        List<String> asked = new ArrayList<>();
        List<String> pressing = cook.ranking().soon().stream().map(SoonItem::row).map(this::named).toList();
        if (pressing.size() >= 2) {
            asked.add(texts.get("chat.starter.two", pressing.get(0), pressing.get(1)));
        } else if (!pressing.isEmpty()) {
            asked.add(texts.get("chat.starter.one", pressing.getFirst()));
        }
        if (!pantry.all().isEmpty()) {
            asked.add(texts.get("chat.starter.cook"));
            asked.add(texts.get("chat.starter.soon"));
        }
        asked.add(texts.get("chat.starter.substitute"));
        asked.add(texts.get("chat.starter.convert"));
        return asked.stream().limit(MOST).toList();
    }

    /** A thing's name within a sentence: "spinach" in English, "Spinat" in German, where nouns keep their capital. */
    private String named(HouseholdIngredient row) {
        String name = row.name();
        boolean noun = texts.locale().getLanguage().equals("de");
        boolean capital = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return noun || capital ? name : name.substring(0, 1).toLowerCase(texts.locale()) + name.substring(1);
    }
}
