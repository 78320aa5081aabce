package app.larder.sync.view;

import app.larder.fx.Badge;
import app.larder.fx.Badge.Tone;
import app.larder.fx.Texts;
import app.larder.sync.Activity;
import app.larder.sync.RowKey;
import app.larder.sync.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;

/** Says how sync stands and what it did, in plain words. */
final class SyncWords {

    private static final int LONGEST_MINUTES = 60;

    private final Texts texts;
    private final ZoneId zone;

    SyncWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /**
     * The mark on the rail.
     *
     * @param open conflicts to look at
     */
    Badge badge(SyncStatus status, int open, Instant now) {
        return switch (status.state()) {
            case ON_THIS_COMPUTER_ONLY -> new Badge("fth-hard-drive", texts.get("sync.badge.alone"), Tone.GOOD);
            case SYNCING -> new Badge("fth-refresh-cw", progress(status), Tone.QUIET);
            case UP_TO_DATE -> open > 0
                    ? new Badge("fth-alert-circle", texts.get("sync.badge.look", open), Tone.CALLS)
                    : new Badge("fth-check-circle", texts.get("sync.badge.current", ago(status.synced(), now)), Tone.GOOD);
            case WAITING -> waiting(status, now);
            case STUCK, NEEDS_YOU, MANY_DELETIONS ->
                new Badge("fth-alert-circle", texts.get("sync.badge.attention"), Tone.CALLS);
            case SIGN_IN_AGAIN, COMPUTER_REFUSED ->
                new Badge("fth-log-in", texts.get("sync.badge.signin"), Tone.CALLS);
            case UPDATE_NEEDED, SERVER_TOO_OLD ->
                new Badge("fth-arrow-up-circle", texts.get("sync.badge.update"), Tone.CALLS);
        };
    }

    private Badge waiting(SyncStatus status, Instant now) {
        if (status.offline() == null) {
            return new Badge(
                    "fth-clock",
                    status.waiting() == 0 ? texts.get("sync.badge.soon") : texts.get("sync.badge.waiting", status.waiting()),
                    Tone.QUIET);
        }
        String since = when(status.offline(), now);
        return new Badge(
                "fth-cloud-off",
                status.waiting() == 0
                        ? texts.get("sync.badge.offline", since)
                        : texts.get("sync.badge.offlinewaiting", status.waiting(), since),
                Tone.QUIET);
    }

    private String progress(SyncStatus status) {
        return status.of() > 0
                ? texts.get("sync.badge.progress", status.done(), status.of())
                : status.done() > 0 ? texts.get("sync.badge.sofar", status.done()) : texts.get("sync.badge.syncing");
    }

    /** How it stands, as the heading of the room. */
    String headline(SyncStatus status, Instant now) {
        return switch (status.state()) {
            case ON_THIS_COMPUTER_ONLY -> texts.get("sync.head.alone");
            case SYNCING -> status.synced() == null ? texts.get("sync.head.first") : texts.get("sync.head.syncing");
            case UP_TO_DATE -> texts.get("sync.head.current", ago(status.synced(), now));
            case WAITING -> waiting(status, now).text();
            case STUCK -> texts.get("sync.head.stuck", status.waiting() - status.refused());
            case NEEDS_YOU -> texts.get("sync.head.needs", status.refused());
            case MANY_DELETIONS -> texts.get("sync.head.deletions");
            case SIGN_IN_AGAIN -> texts.get("sync.head.signin");
            case COMPUTER_REFUSED -> texts.get("sync.head.refused");
            case UPDATE_NEEDED -> texts.get("sync.head.update");
            case SERVER_TOO_OLD -> texts.get("sync.head.old");
        };
    }

    /** What that means, and what to do if anything. */
    String meaning(SyncStatus status) {
        if (status.state() == SyncStatus.State.SYNCING && status.synced() == null) {
            return texts.get("sync.mean.first");
        }
        if (status.state() == SyncStatus.State.WAITING && status.offline() != null) {
            return texts.get("sync.mean.offline");
        }
        return texts.get("sync.mean." + status.state().name());
    }

    /** How far an exchange is: "120 of 4,000". */
    String counted(SyncStatus status) {
        return status.of() > 0 ? texts.get("sync.counted", status.done(), status.of()) : texts.get("sync.sofar", status.done());
    }

    /** A line of what happened. */
    String line(Activity line, @Nullable String name) {
        String from = line.detail();
        return switch (line.kind()) {
            case SENT -> texts.get("sync.did.sent", line.count());
            case RECEIVED -> from == null
                    ? texts.get("sync.did.received", line.count())
                    : texts.get("sync.did.from", line.count(), from);
            case MERGED -> texts.get("sync.did.merged", called(line.key(), name));
            case CONFLICT -> texts.get("sync.did.conflict", called(line.key(), name));
            case KEPT_FROM_DELETION -> line.key() == null
                    ? texts.get("sync.did.many", line.count())
                    : texts.get("sync.did.kept", called(line.key(), name));
            case REFUSED -> texts.get("sync.did.refused", called(line.key(), name));
            case STARTED_OVER -> texts.get("sync.did.startedover");
            case REPAIRED -> texts.get("sync.did.repaired");
        };
    }

    /** The icon of such a line. */
    static String icon(Activity.Kind kind) {
        return switch (kind) {
            case SENT -> "fth-arrow-up";
            case RECEIVED -> "fth-arrow-down";
            case MERGED -> "fth-git-merge";
            case CONFLICT -> "fth-copy";
            case KEPT_FROM_DELETION -> "fth-corner-up-left";
            case REFUSED -> "fth-alert-circle";
            case STARTED_OVER -> "fth-refresh-cw";
            case REPAIRED -> "fth-tool";
        };
    }

    /** What a row is called, with quotation marks; what kind of thing it is if it has no name. */
    String called(@Nullable RowKey key, @Nullable String name) {
        if (name != null && !name.isBlank()) {
            return texts.get("sync.called", name);
        }
        return key == null ? texts.get("sync.thing.other") : thing(key);
    }

    /** What kind of thing a row is: "Recipe". */
    String thing(RowKey key) {
        String word = "sync.thing." + key.entity().wire();
        return texts.get(texts.has(word) ? word : "sync.thing.other");
    }

    /** Why the server does not take a row, by its SQL state (PostgreSQL documentation, appendix A). */
    String refusal(String state) {
        String whole = "sync.refused." + state;
        return texts.get(texts.has(whole) ? whole : "sync.refused.other");
    }

    /** How long ago: "just now", "2 min ago", "at 10:14", "on 3 March 2026". */
    String ago(@Nullable Instant time, Instant now) {
        if (time == null) {
            return texts.get("sync.ago.never");
        }
        long minutes = Duration.between(time, now).toMinutes();
        if (minutes < 1) {
            return texts.get("sync.ago.now");
        }
        return minutes < LONGEST_MINUTES ? texts.get("sync.ago.minutes", minutes) : texts.get("sync.ago.at", when(time, now));
    }

    /** A time of today ("10:14"), or a day with the time. */
    String when(Instant time, Instant now) {
        boolean today = LocalDate.ofInstant(time, zone).equals(LocalDate.ofInstant(now, zone));
        DateTimeFormatter format = today
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return format.withLocale(texts.locale()).withZone(zone).format(time);
    }
}
