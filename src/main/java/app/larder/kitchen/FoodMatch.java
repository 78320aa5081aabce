package app.larder.kitchen;

/** How something at home answers what a recipe asks for, best first. */
public enum FoodMatch {
    /** It is the same thing, perhaps by another name ("aubergine" and "eggplant"). */
    SAME,
    /** It is a kind of the thing ("penne" where pasta is asked). */
    KIND,
    /** The thing is made from it in a moment ("lemon" where lemon juice is asked). */
    MADE_FROM,
    /** It is another thing that can stand in ("red onion" where a white one is asked). */
    INSTEAD
}
