package app.larder.recipes;

import java.util.List;

/** A recipe cannot be kept as it is; the message is a plain English sentence about the first problem. */
public final class InvalidRecipeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<RecipeProblem> problems;

    /** A recipe with these problems, one at least. */
    public InvalidRecipeException(List<RecipeProblem> problems) {
        super(problems.getFirst().sentence());
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong with it. */
    public List<RecipeProblem> problems() {
        return problems;
    }
}
