package app.larder.pantry.view;

/**
 * How the table is ordered.
 *
 * @param by the column that decides
 * @param descending whether the last comes first
 * @param grouped whether the shelves stand one below the other, each with a heading
 */
public record TableOrder(Column by, boolean descending, boolean grouped) {

    /** By name on its shelf. */
    public static final TableOrder DEFAULT = new TableOrder(Column.NAME, false, true);

    /** After a click on a column's heading: by that column, or the other way round if it is that column already. */
    TableOrder click(Column column) {
        // What came home last is what people look for.
        return column == by
                ? new TableOrder(by, !descending, grouped)
                : new TableOrder(column, column == Column.ADDED, grouped);
    }

    TableOrder withGrouped(boolean value) {
        return new TableOrder(by, descending, value);
    }
}
