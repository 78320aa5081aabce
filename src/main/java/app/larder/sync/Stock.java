package app.larder.sync;

import app.larder.kitchen.CupStandard;
import app.larder.kitchen.Quantity;
import app.larder.kitchen.Unit;
import app.larder.sync.Merge.Side;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Merges how much there is of a pantry row, quantity and unit as one value. What was used or added is a move and counts
 * on top of whatever the other side has; what was typed is a count, which moves before it are part of.
 */
final class Stock {

    private static final String QUANTITY = "quantity";
    private static final String UNIT = "unit";

    private final Map<UUID, Image> myMoves;
    private final Map<UUID, Image> theirMoves;

    /**
     * The moves of each side since both were the same. One that both know, as two copies of one disk do, counts once.
     *
     * @param myMoves images of pantry_moves made here and not yet on the server, by id
     * @param theirMoves images of those that come with the row, by id
     */
    Stock(Map<UUID, Image> myMoves, Map<UUID, Image> theirMoves) {
        this.myMoves = Map.copyOf(myMoves);
        this.theirMoves = Map.copyOf(theirMoves);
    }

    /** No moves on either side. */
    static final Stock UNMOVED = new Stock(Map.of(), Map.of());

    /** An amount that can be reckoned with. */
    private record Measure(Quantity quantity, String unit) {

        static @Nullable Measure of(JsonNode quantity, JsonNode unit) {
            String digits = quantity.isString() ? quantity.stringValue() : "";
            return Quantity.parse(digits)
                    .map(value -> new Measure(value, unit.isString() ? unit.stringValue() : ""))
                    .orElse(null);
        }

        @Nullable Measure plus(Measure change, boolean less) {
            Quantity converted = converted(change);
            if (converted == null) {
                return null;
            }
            Quantity sum = less ? quantity.minus(converted) : quantity.plus(converted);
            return new Measure(sum.compareTo(Quantity.ZERO) < 0 ? Quantity.ZERO : sum, unit);
        }

        private @Nullable Quantity converted(Measure change) {
            if (change.unit.equals(unit)) {
                return change.quantity;
            }
            Optional<Unit> from = Unit.of(change.unit);
            Optional<Unit> to = Unit.of(unit);
            return from.isEmpty() || to.isEmpty()
                    ? null
                    : from.get().convert(change.quantity, to.get(), CupStandard.METRIC).orElse(null);
        }

        boolean equalTo(Measure other) {
            Quantity converted = converted(other);
            return converted != null && converted.equals(quantity);
        }
    }

    private static @Nullable Measure measure(Image image) {
        return Measure.of(image.get(QUANTITY), image.get(UNIT));
    }

    /** The merged quantity and unit, in {@code merged}, with what was lost. */
    Merge.Merged into(Merge.Merged merged, @Nullable Image base, Side mine, Side theirs, Instant server) {
        boolean mineChanged = base == null || differs(base, mine.image());
        boolean theirsChanged = base == null || differs(base, theirs.image());
        if (!mineChanged || !theirsChanged) {
            return new Merge.Merged(taken(merged.image(), mineChanged ? mine.image() : theirs.image()), merged.lost());
        }
        Measure before = base == null ? null : measure(base);
        Measure left = measure(mine.image());
        Measure right = measure(theirs.image());
        if (left != null && right != null && before != null) {
            boolean leftMoves = isSum(before, left, List.copyOf(myMoves.values()));
            boolean rightMoves = isSum(before, right, List.copyOf(theirMoves.values()));
            List<Image> onlyMine = without(myMoves, theirMoves);
            Measure sum = null;
            if (leftMoves) {
                sum = sum(right, rightMoves ? onlyMine : since(onlyMine, theirs.at(QUANTITY)));
            } else if (rightMoves) {
                sum = sum(left, since(without(theirMoves, myMoves), mine.at(QUANTITY)));
            }
            if (sum != null) {
                return new Merge.Merged(written(merged.image(), leftMoves ? theirs.image() : mine.image(), leftMoves ? right : left, sum), merged.lost());
            }
        }
        if (!differs(mine.image(), theirs.image())) {
            return new Merge.Merged(taken(merged.image(), theirs.image()), merged.lost());
        }
        boolean mineLater = Merge.later(at(mine), at(theirs), server);
        Image kept = mineLater ? mine.image() : theirs.image();
        Image other = mineLater ? theirs.image() : mine.image();
        Merge.Lost lost = new Merge.Lost("quantity", pair(kept), pair(other), !mineLater);
        return new Merge.Merged(
                taken(merged.image(), kept),
                java.util.stream.Stream.concat(merged.lost().stream(), java.util.stream.Stream.of(lost)).toList());
    }

    private static @Nullable Instant at(Side side) {
        Instant quantity = side.at(QUANTITY);
        return quantity == null ? side.at(UNIT) : quantity;
    }

    private static boolean differs(Image a, Image b) {
        return !a.same(b, QUANTITY) || !a.same(b, UNIT);
    }

    private static JsonNode pair(Image image) {
        return Wire.JSON.createObjectNode().set(QUANTITY, image.get(QUANTITY)).set(UNIT, image.get(UNIT));
    }

    private static Image taken(Image into, Image from) {
        return into.with(QUANTITY, from.get(QUANTITY)).with(UNIT, from.get(UNIT));
    }

    /** The text stays as it was written if the sum is what it was. */
    private static Image written(Image into, Image from, Measure was, Measure sum) {
        Image taken = taken(into, from);
        return sum.quantity().equals(was.quantity())
                ? taken
                : taken.with(QUANTITY, StringNode.valueOf(sum.quantity().toString()));
    }

    private static boolean isSum(Measure before, Measure after, List<Image> moves) {
        Measure sum = moves.isEmpty() ? null : sum(before, moves);
        return sum != null && after.equalTo(sum);
    }

    private static @Nullable Measure sum(Measure from, List<Image> moves) {
        Measure sum = from;
        for (Image move : moves) {
            JsonNode delta = move.get("delta");
            String digits = delta.isString() ? delta.stringValue().strip() : "";
            boolean less = digits.startsWith("-");
            Measure change = Measure.of(StringNode.valueOf(less ? digits.substring(1) : digits), move.get(UNIT));
            sum = sum == null || change == null ? null : sum.plus(change, less);
        }
        return sum;
    }

    private static List<Image> without(Map<UUID, Image> moves, Map<UUID, Image> others) {
        return moves.entrySet().stream()
                .filter(move -> !others.containsKey(move.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The moves that were made after a count; all if nobody knows when it was made. */
    private static List<Image> since(List<Image> moves, @Nullable Instant count) {
        return count == null
                ? moves
                : moves.stream()
                        .filter(move -> {
                            Instant at = Times.of(move.get("at"));
                            return at != null && at.isAfter(Objects.requireNonNull(count));
                        })
                        .toList();
    }
}
