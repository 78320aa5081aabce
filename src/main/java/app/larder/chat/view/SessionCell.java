package app.larder.chat.view;

import app.larder.chat.SessionSummary;
import app.larder.fx.Texts;
import app.larder.recipes.Highlighted;
import app.larder.recipes.view.MarkedLabel;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One conversation in the list; its title can be typed over. */
final class SessionCell extends ListCell<SessionSummary> {

    private final SessionsViewModel model;
    private final Texts texts;
    private final Ago ago;
    private final Label name = new Label();
    private final Label when = new Label();
    private final MarkedLabel match = new MarkedLabel("card-found");
    private final TextField title = new TextField();
    private final VBox card = new VBox();
    private final HBox foot;

    SessionCell(SessionsViewModel model, Texts texts, Ago ago, Consumer<SessionSummary> delete) {
        this.model = model;
        this.texts = texts;
        this.ago = ago;
        name.getStyleClass().add("card-name");
        when.getStyleClass().add("caption");
        match.managedProperty().bind(match.visibleProperty());
        title.setAccessibleText(texts.get("chat.session.title"));
        title.setOnAction(_ -> commitEdit(getItem()));
        title.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        title.focusedProperty().subscribe(focused -> {
            if (!focused && isEditing()) {
                commitEdit(getItem());
            }
        });
        card.getStyleClass().add("card");
        card.setMinWidth(0);
        MenuItem rename = new MenuItem(texts.get("chat.session.rename"), new FontIcon("fth-edit-2"));
        rename.setOnAction(_ -> getListView().edit(getIndex()));
        MenuItem remove = new MenuItem(texts.get("chat.session.delete"), new FontIcon("fth-trash-2"));
        remove.setOnAction(_ -> delete.accept(getItem()));
        MenuButton menu = new MenuButton(null, new FontIcon("fth-more-horizontal"), rename, remove);
        menu.getStyleClass().addAll("quiet", "icon-only", "no-arrow", "session-menu");
        menu.setAccessibleText(texts.get("chat.session.more"));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setFocusTraversable(false);
        when.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(when, Priority.ALWAYS);
        foot = new HBox(when, menu);
        foot.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("session-cell");
        setPrefWidth(0);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            event.consume();
        }
    }

    @Override
    public void startEdit() {
        super.startEdit();
        if (isEditing()) {
            title.setText(model.title(getItem()));
            card.getChildren().setAll(title, foot);
            title.requestFocus();
            title.selectAll();
        }
    }

    @Override
    public void commitEdit(SessionSummary item) {
        super.commitEdit(item);
        model.rename(item.session().id(), title.getText());
        ended();
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        ended();
    }

    private void ended() {
        card.getChildren().setAll(name, foot, match);
        getListView().requestFocus();
    }

    @Override
    protected void updateItem(@Nullable SessionSummary item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(model.title(item));
        when.setText(texts.get("chat.session.when", ago.when(item.session().updatedAt()), item.messages()));
        Highlighted found = item.match();
        match.setVisible(found != null);
        if (found != null) {
            match.show(found);
        }
        if (!isEditing()) {
            card.getChildren().setAll(name, foot, match);
        }
        setAccessibleText(name.getText() + ", " + when.getText());
        setGraphic(card);
    }
}
