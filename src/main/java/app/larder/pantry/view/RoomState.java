package app.larder.pantry.view;

/** What the middle of the Pantry room shows. */
public enum RoomState {
    LOADING,
    FAILED,
    EMPTY,
    NOTHING_FOUND,
    READY
}
