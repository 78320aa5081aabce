package app.larder.sync;

/**
 * A row the server does not take.
 *
 * @param row which
 * @param name what it is called; empty if it is gone here
 * @param reason the server's, as an SQL state
 */
public record Refused(RowKey row, String name, String reason) {}
