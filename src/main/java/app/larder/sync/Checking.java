package app.larder.sync;

import app.larder.sync.Wire.Check;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Compares what is known here of the server's rows with the server's own checksums. */
final class Checking {

    private static final int SLICE = 500;

    private final Replica.Transaction tx;

    Checking(Replica.Transaction tx) {
        this.tx = tx;
    }

    /** How many rows of an entity live, and the sum over them (src/site/markdown/sync.md). */
    private record Total(long count, long sum) {

        static final Total NONE = new Total(0, 0);

        Total plus(RowKey key, Image image) {
            return new Total(count + 1, sum + hash(key.id() + " " + PgJson.text(image)));
        }

        private static long hash(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return ByteBuffer.wrap(hash).getLong();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The entities in which the two differ. */
    List<Entity> differing(List<Check> checks) {
        Map<Entity, Total> here = totals();
        List<Entity> differing = new ArrayList<>();
        for (Check check : checks) {
            Entity.named(check.entity()).ifPresent(entity -> {
                Total known = Objects.requireNonNull(here.getOrDefault(entity, Total.NONE));
                if (known.count() != check.count() || !String.valueOf(known.sum()).equals(check.sum())) {
                    differing.add(entity);
                }
            });
        }
        return differing;
    }

    private Map<Entity, Total> totals() {
        Map<Entity, Total> totals = new EnumMap<>(Entity.class);
        Optional<RowKey> after = Optional.empty();
        while (true) {
            List<RowKey> keys = tx.heardOf(after, SLICE);
            tx.load(keys).forEach((key, row) -> {
                Image image = row.remote();
                if (image != null) {
                    totals.merge(key.entity(), Total.NONE.plus(key, image), Checking::added);
                }
            });
            if (keys.size() < SLICE) {
                return totals;
            }
            after = Optional.of(keys.getLast());
        }
    }

    private static Total added(Total a, Total b) {
        return new Total(a.count() + b.count(), a.sum() + b.sum());
    }
}
