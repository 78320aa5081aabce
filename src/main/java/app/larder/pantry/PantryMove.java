package app.larder.pantry;

import app.larder.account.NewId;
import app.larder.kitchen.Quantity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was used of a thing at home, or added to it: a row of {@code larder.pantry_moves}, never changed. Two computers that
 * both used some can then both be right; an amount that was typed is no move, but what somebody counted.
 *
 * @param id UUIDv7 made by the client
 * @param itemId the thing
 * @param delta a signed exact amount ("-200", "1/2")
 * @param unit what it is in, as typed; null if none
 * @param at when, UTC, to the microsecond
 */
public record PantryMove(UUID id, UUID itemId, String delta, @Nullable String unit, Instant at) {

    /** What makes the amount of {@code before} that of {@code after}; empty if they cannot be reckoned with, or are equal. */
    static Optional<PantryMove> between(HouseholdIngredient before, HouseholdIngredient after, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        return Amount.of(before.quantity(), before.unit())
                .flatMap(had -> Amount.of(after.quantity(), after.unit())
                        .flatMap(has -> UnitWords.convert(has.total(), has.unit(), had.unit()))
                        .map(has -> delta(had.total(), has))
                        .filter(delta -> !delta.isEmpty())
                        .map(delta -> new PantryMove(NewId.at(at), before.id(), delta, had.unitText(), at)));
    }

    private static String delta(Quantity had, Quantity has) {
        return switch (Integer.signum(has.compareTo(had))) {
            case 1 -> has.minus(had).toString();
            case -1 -> "-" + had.minus(has);
            default -> "";
        };
    }
}
