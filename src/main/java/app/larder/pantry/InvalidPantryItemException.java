package app.larder.pantry;

import java.util.List;

/** Something cannot stand in the pantry as it is; the message is a plain English sentence about the first problem. */
public final class InvalidPantryItemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<PantryProblem> problems;

    /** A thing with these problems, one at least. */
    public InvalidPantryItemException(List<PantryProblem> problems) {
        super(problems.getFirst().sentence());
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong with it. */
    public List<PantryProblem> problems() {
        return problems;
    }
}
