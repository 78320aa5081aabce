package app.larder.sync;

import java.util.UUID;

/**
 * Which computer this is, to be shown to people; nothing that must be right rests on it.
 *
 * @param id of this profile on this computer
 * @param name what people call the computer
 * @param app the program's version
 */
public record Device(UUID id, String name, String app) {}
