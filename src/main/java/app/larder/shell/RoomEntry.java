package app.larder.shell;

import app.larder.fx.Room;

/**
 * A room as the rail lists it.
 *
 * @param key its text key below {@code shell.} and the id of its button
 * @param icon an Ikonli literal
 * @param controller the room's controller class, whose screen is loaded at the first visit
 */
public record RoomEntry(String key, String icon, Class<? extends Room> controller) {}
