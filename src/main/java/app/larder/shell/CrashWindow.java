package app.larder.shell;

import app.larder.fx.Texts;
import app.larder.fx.Theme;
import app.larder.fx.Views;
import app.larder.logs.Crash;
import app.larder.settings.Settings;
import java.util.Map;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;

/** The one calm window that an unexpected error ends in; what is below it waits. */
public final class CrashWindow {

    private final Stage stage = new Stage();

    /** Shows an error above a window, with the ways on; each but the log's closes this one. */
    public CrashWindow(Stage owner, Texts texts, Settings settings, Crash crash, CrashView.Ways ways) {
        CrashView.Ways closing = new CrashView.Ways(
                () -> {
                    stage.close();
                    ways.restart().run();
                },
                ways.openLogs(),
                () -> {
                    stage.close();
                    ways.goOn().run();
                });
        CrashView view = new CrashView(crash, closing);
        Scene scene = new Scene(
                new Views(Map.of(CrashView.class, () -> view), texts).load(CrashView.class).root(), 720, 420);
        new Theme(scene).apply(settings);
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(texts.get("app.name"));
        stage.setScene(scene);
        stage.setOnCloseRequest(_ -> ways.goOn().run());
        stage.show();
    }
}
