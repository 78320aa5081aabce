package app.larder.recipes.view;

/**
 * A page that takes the place of the list: the controller of the editor, the import preview, cook mode or the trash.
 *
 * @param <P> the page it shows
 */
interface RoomPage<P extends RecipesPages.Page> {

    /** The page comes on screen, about {@code page}: show it and put the focus where work begins. */
    void open(P page);

    /** Esc: one step back inside the page; false if the room should go back to the list. */
    boolean back();

    /** Another page takes its place: keep what was typed, stop what moves. */
    void left();

    /** The window closes: keep what was typed before this returns. */
    default void preserve() {}
}
