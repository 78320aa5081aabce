package app.larder.recipes.view;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/**
 * The small fields of a recipe (four short ones, three long ones, in that order) in five columns or, where it is
 * narrow, in two.
 */
public final class FactsGrid extends GridPane {

    private static final int SHORT_FIELDS = 4;
    private static final double[] FIVE = {17, 17, 20, 17, 29};
    private static final double[] TWO = {50, 50};

    /** No fields yet. */
    public FactsGrid() {
        getStyleClass().add("facts-grid");
    }

    /** Lays the fields out in five columns or in two. */
    void arrange(boolean five) {
        if (getColumnConstraints().size() == (five ? FIVE.length : TWO.length)) {
            return;
        }
        getColumnConstraints().clear();
        for (double share : five ? FIVE : TWO) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            getColumnConstraints().add(column);
        }
        for (int i = 0; i < getChildren().size(); i++) {
            Node field = getChildren().get(i);
            if (five) {
                place(field, i);
            } else if (i < SHORT_FIELDS) {
                setConstraints(field, i % 2, i / 2, 1, 1);
            } else {
                setConstraints(field, 0, i - 2, 2, 1);
            }
        }
    }

    private static void place(Node field, int index) {
        switch (index) {
            case 5 -> setConstraints(field, 0, 1, 2, 1);
            case 6 -> setConstraints(field, 2, 1, 3, 1);
            default -> setConstraints(field, index, 0, 1, 1);
        }
    }
}
