package app.larder.shell;

import app.larder.fx.Room;
import app.larder.fx.Texts;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** The button on the rail that says who is there, with the way out. */
public final class PersonMenu extends MenuButton {

    private Runnable leave = () -> {};
    private String leaving = "";

    /** Empty until {@link #use}. */
    public PersonMenu() {
        super("", new FontIcon("fth-user"));
        getStyleClass().addAll("person-menu", "may-cut");
        setMaxWidth(Double.MAX_VALUE);
    }

    /** Shows that person; {@code settings} goes to their account. */
    void use(Texts texts, Who who, Runnable settings) {
        textProperty().bind(who.name());
        accessibleTextProperty().bind(who.name().map(name -> texts.get("shell.person", name)));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(accessibleTextProperty());
        setTooltip(tooltip);
        leave = who.leave();
        leaving = texts.get(who.locked() ? "account.signout" : "account.switch");
        MenuItem account = new MenuItem(texts.get("account.title"), new FontIcon("fth-settings"));
        account.setOnAction(_ -> settings.run());
        MenuItem out = new MenuItem(leaving, new FontIcon("fth-log-out"));
        out.setOnAction(_ -> leave.run());
        getItems().setAll(account, out);
    }

    /** What the command palette offers for it. */
    List<Room.Command> commands() {
        return List.of(new Room.Command(leaving, "fth-log-out", "", leave));
    }
}
