package app.larder.pantry;

/** What typing into an amount asks for: a new amount, or to use or add some ("use 200 g", "+2", "200 g verbraucht"). */
public sealed interface AmountEdit {

    /** The amount is now this. */
    record Replace(AmountText text) implements AmountEdit {}

    /** So much was used. */
    record Use(Amount amount) implements AmountEdit {}

    /** So much came home. */
    record Add(Amount amount) implements AmountEdit {}

    /** Reads what was typed; what is no move is a new amount. */
    static AmountEdit of(String typed) {
        return MoveWords.read(typed.strip());
    }
}
