package app.larder.cli;

/** A command, with all commands below it, that works on an open larder and so can be handed over to the one that has it. */
interface UsesLarder {

    /** Whether it opens the larder, as its options are. */
    default boolean usesLarder() {
        return true;
    }
}
