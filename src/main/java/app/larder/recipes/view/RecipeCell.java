package app.larder.recipes.view;

import app.larder.cook.Tally;
import app.larder.fx.Texts;
import app.larder.recipes.Highlighted;
import app.larder.recipes.RecipeSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One recipe in the list; two grey bars until its card is loaded. */
final class RecipeCell extends ListCell<RecipeCard> {

    private static final int TAGS_SHOWN = 2;
    private static final int LEAD = 28;
    private static final double COVER = 48;

    private final Texts texts;
    private final RecipeWords words;
    private final BooleanSupplier searching;
    private final AtHome atHome;
    private final HomeWords homeWords;
    private final PhotoCovers covers;
    private final IntConsumer want;
    private final ImageView cover = new ImageView();
    private final MarkedLabel name = new MarkedLabel("card-name");
    private final Label time = meta();
    private final Label home = tag();
    private final Label servings = meta();
    private final Label source = meta();
    private final Label[] tags = {tag(), tag()};
    private final MarkedLabel found = new MarkedLabel("card-found");
    private final HBox card;
    private final VBox blank;

    /**
     * @param searching whether a text search is on, so that a second line says what it found
     * @param want asks for the card of a place in the list
     */
    RecipeCell(Texts texts, BooleanSupplier searching, AtHome atHome, PhotoCovers covers, IntConsumer want) {
        this.texts = texts;
        this.searching = searching;
        this.atHome = atHome;
        this.homeWords = new HomeWords(texts);
        this.words = new RecipeWords(texts);
        this.covers = covers;
        this.want = want;
        TightRow row = new TightRow(List.of(time, home, servings, source, tags[0], tags[1]));
        VBox said = new VBox(name, row, found);
        said.getStyleClass().add("card");
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        cover.managedProperty().bind(cover.visibleProperty());
        cover.setFitWidth(COVER);
        cover.setFitHeight(COVER);
        card = new HBox(said, cover);
        card.getStyleClass().add("card-row");
        found.managedProperty().bind(found.visibleProperty());
        blank = new VBox(bar("blank-name"), bar("blank-meta"));
        blank.getStyleClass().add("card");
        getStyleClass().add("recipe-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable RecipeCard item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        RecipeSummary summary = item.summary();
        if (summary == null) {
            setGraphic(blank);
            setAccessibleText(texts.get("recipes.loading"));
            want.accept(getIndex());
            return;
        }
        show(summary);
        setGraphic(card);
    }

    private void show(RecipeSummary summary) {
        name.show(summary.name());
        cover.setVisible(false);
        covers.of(summary.id(), image -> {
            if (getItem() != null && summary.id().equals(getItem().id())) {
                cover(image.orElse(null));
            }
        });
        Integer minutes = summary.minutes();
        Integer people = summary.servings();
        String from = summary.source();
        say(time, minutes == null ? "" : words.minutes(minutes));
        say(servings, people == null ? "" : words.servings(people));
        say(source, from == null ? "" : RecipeWords.source(from));
        for (int i = 0; i < TAGS_SHOWN; i++) {
            say(tags[i], i < summary.tags().size() ? summary.tags().get(i) : "");
        }
        atHome(summary);
        found.setVisible(searching.getAsBoolean());
        if (minutes == null && people == null && from == null) {
            say(time, texts.get("recipes.ingredients", summary.ingredientCount()));
        }
        Highlighted match = summary.match();
        found.show(
                match == null
                        ? Highlighted.plain(texts.get("recipes.ingredients", summary.ingredientCount()))
                        : Snippets.around(match, LEAD));
        setAccessibleText(spoken(summary));
    }

    /** The middle of the picture, as a square. */
    private void cover(@Nullable Image image) {
        cover.setVisible(image != null);
        cover.setImage(image);
        if (image != null) {
            double side = Math.min(image.getWidth(), image.getHeight());
            cover.setViewport(new Rectangle2D(
                    (image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side));
        }
    }

    private void atHome(RecipeSummary summary) {
        AtHome.Look look = atHome.lookProperty().get();
        Tally tally = look.stocked() ? look.ranking().tally(summary.id()).orElse(null) : null;
        say(home, tally == null ? "" : homeWords.tally(tally));
        home.getStyleClass().setAll("label", "pill", tally == null ? "plain" : HomeWords.style(tally));
    }

    private String spoken(RecipeSummary summary) {
        List<String> parts = new ArrayList<>(List.of(summary.name().text()));
        for (Label label : List.of(time, home, servings, source)) {
            if (!label.getText().isEmpty()) {
                parts.add(label.getText());
            }
        }
        return String.join(", ", parts);
    }

    private static void say(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private static Label meta() {
        Label label = new Label();
        label.getStyleClass().add("caption");
        return label;
    }

    private static Label tag() {
        Label label = new Label();
        label.getStyleClass().add("pill");
        return label;
    }

    private static Region bar(String styleClass) {
        Region bar = new Region();
        bar.getStyleClass().addAll("blank", styleClass);
        return bar;
    }
}
