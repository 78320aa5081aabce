package app.larder.chat.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.larder.chat.view.SessionsViewModel.State;
import app.larder.fx.Background;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of conversations without a screen. */
class SessionsViewModelTest {

    @TempDir
    private Path folder;

    private ChatFixture fixture;
    private SessionsViewModel sessions;

    @BeforeEach
    void open() {
        fixture = new ChatFixture(folder);
        sessions = fixture.sessions(Background.direct());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<String> titles() {
        return sessions.rowsProperty().get().stream().map(sessions::title).toList();
    }

    @Test
    void theNewestComesFirst() {
        sessions.load();
        assertEquals(State.EMPTY, sessions.stateProperty().get());
        fixture.conversation("Old", 50, "a");
        fixture.conversation("New", 1, "b");
        sessions.load();
        assertEquals(List.of("New", "Old"), titles());
        assertEquals(State.READY, sessions.stateProperty().get());
    }

    @Test
    void whatWasSaidIsFound() {
        fixture.conversation("One", 2, "how long does stock keep", "three days");
        fixture.conversation("Two", 1, "bread");
        sessions.searchProperty().set("stock");
        assertEquals(List.of("One"), titles());
        assertNotNull(sessions.rowsProperty().get().getFirst().match());
        sessions.searchProperty().set("zucchini");
        assertEquals(State.NOTHING_FOUND, sessions.stateProperty().get());
    }

    @Test
    void oneIsRenamedAndABlankTitleLeavesTheOld() {
        fixture.conversation("One", 2, "a");
        sessions.load();
        sessions.rename(sessions.rowsProperty().get().getFirst().session().id(), "Stock");
        assertEquals(List.of("Stock"), titles());
        sessions.rename(sessions.rowsProperty().get().getFirst().session().id(), "  ");
        assertEquals(List.of("Stock"), titles());
    }

    @Test
    void oneIsDeletedAndComesBack() {
        fixture.conversation("One", 2, "a");
        sessions.load();
        List<String> told = new ArrayList<>();
        sessions.delete(sessions.rowsProperty().get().getFirst(), () -> told.add("gone"), () -> told.add("back"));
        assertEquals(State.EMPTY, sessions.stateProperty().get());
        assertEquals("“One” is deleted.", fixture.notice());
        fixture.notices.undo();
        assertEquals(List.of("One"), titles());
        assertEquals(List.of("gone", "back"), told);
    }
}
