package app.larder.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * A person's recipes on a server, looked up by the words in them: through a function there, because row-level security
 * keeps queries from the index that finds parts of words.
 */
final class ServerWords {

    private final UUID person;
    private volatile @Nullable Boolean there;

    ServerWords(UUID person) {
        this.person = person;
    }

    /**
     * The recipes with a word that has one of the parts in it, or more than {@code most} of them if there are more.
     *
     * @return empty if the server was set up by an older Larder and can't tell
     */
    Optional<Set<UUID>> recipes(StatelessSession session, Collection<String> parts, int most) {
        if (!isThere(session)) {
            return Optional.empty();
        }
        return Optional.of(new HashSet<>(session.createNativeQuery(
                        "select larder.recipes_with(:person, :parts, :most)", UUID.class)
                .setParameter("person", person)
                .setParameter("parts", parts.toArray(String[]::new))
                .setParameter("most", most + 1)
                .getResultList()));
    }

    private boolean isThere(StatelessSession session) {
        Boolean known = there;
        if (known == null) {
            known = session.createNativeQuery(
                            "select pg_catalog.to_regprocedure('larder.recipes_with(uuid, text[], integer)') is not null",
                            Boolean.class)
                    .getSingleResult();
            there = known;
        }
        return known;
    }
}
