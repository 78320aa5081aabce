package app.larder.settings.view;

import java.nio.file.Path;

/**
 * What the settings say about this installation.
 *
 * @param version Larder's version as people quote it ("0.1.0")
 * @param home the folder that holds recipes, pantry and settings
 */
public record ThisComputer(String version, Path home) {}
