package app.larder.fx;

import org.jspecify.annotations.Nullable;

/** Does something of its own with pasted text. */
@FunctionalInterface
public interface PasteTaker {

    /** Whether it was dealt with; otherwise it goes in as usual. */
    boolean take(@Nullable String pasted);
}
