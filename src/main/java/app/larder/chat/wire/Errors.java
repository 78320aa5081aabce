package app.larder.chat.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Understands how servers say that something went wrong. */
final class Errors {

    private static final int LONGEST = 200;
    private static final Pattern TOO_LONG = Pattern.compile(
            "exceed_context_size|context_length|context length|context window|context size|prompt is too long|too many tokens");
    private static final Pattern NO_TOOLS = Pattern.compile("(not|n't) support (tool|function)|tools? (is|are) not supported");
    private static final Pattern NO_CREDIT =
            Pattern.compile("insufficient_quota|credit_balance|credit balance|spend_limit_exceeded|insufficient credit|billing");
    private static final Pattern NO_MODEL =
            Pattern.compile("model.{0,80}(not found|does not exist|not_found)|model_not_found|no such model|not_found_error");

    private Errors() {}

    /** The failure that an answer with another status than 200 tells of. */
    static Failure of(int status, String body, Optional<String> retryAfter, Instant now) {
        JsonNode json = Json.read(body);
        boolean understood = json != null && json.isContainer();
        String all = body.toLowerCase(Locale.ROOT);
        FailureKind kind = switch (status) {
            case 401, 403 -> FailureKind.AUTH;
            case 402 -> FailureKind.NO_CREDIT;
            case 404, 405 -> understood ? FailureKind.MODEL_NOT_FOUND : FailureKind.NOT_AN_AI_SERVER;
            case 408 -> FailureKind.SERVER;
            case 413 -> FailureKind.CONTEXT_TOO_LONG;
            case 429 -> NO_CREDIT.matcher(all).find() ? FailureKind.NO_CREDIT : FailureKind.RATE_LIMIT;
            default -> status < 400 ? FailureKind.NOT_AN_AI_SERVER : status < 500 ? asked(all) : FailureKind.SERVER;
        };
        return new Failure(
                kind, message(json), status, retryAfter.flatMap(value -> wait(value, now)).orElse(null));
    }

    private static FailureKind asked(String body) {
        if (TOO_LONG.matcher(body).find()) {
            return FailureKind.CONTEXT_TOO_LONG;
        }
        if (NO_TOOLS.matcher(body).find()) {
            return FailureKind.NO_TOOLS;
        }
        if (NO_CREDIT.matcher(body).find()) {
            return FailureKind.NO_CREDIT;
        }
        return NO_MODEL.matcher(body).find() ? FailureKind.MODEL_NOT_FOUND : FailureKind.BAD_REQUEST;
    }

    /** The failure that an error object within an answer of status 200 tells of. */
    static Failure inStream(JsonNode body, boolean begun) {
        String all = body.toString().toLowerCase(Locale.ROOT);
        FailureKind kind = begun ? FailureKind.IN_STREAM : asked(all);
        boolean unclear = kind == FailureKind.BAD_REQUEST && !all.contains("unexpected endpoint");
        return new Failure(unclear ? FailureKind.IN_STREAM : kind, message(body), 200, null);
    }

    /** Whether a piece of an answer is an error. */
    static boolean isError(JsonNode node) {
        JsonNode error = node.path("error");
        return (error.isObject() && !error.isEmpty()) || (error.isString() && !error.asString().isBlank());
    }

    /** What the server said, in the first shape that fits: OpenAI's, Ollama's, Gemini's list, FastAPI's. */
    private static String message(@Nullable JsonNode json) {
        if (json == null) {
            return "";
        }
        JsonNode body = json.isArray() ? json.path(0) : json;
        JsonNode error = body.path("error");
        for (JsonNode said : new JsonNode[] {
            error.path("message"), error, body.path("message"), body.path("detail").path(0).path("msg"), body.path("detail")
        }) {
            if (said.isString() && !said.asString().isBlank()) {
                return plain(said.asString());
            }
        }
        return "";
    }

    private static String plain(String said) {
        String text = said.replaceAll("<[^>]*>", " ").replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())))) + "…";
    }

    /** {@code Retry-After}: seconds or an HTTP date (RFC 9110, section 10.2.3). */
    private static Optional<Duration> wait(String value, Instant now) {
        if (value.strip().matches("[0-9]{1,6}(\\.[0-9]+)?")) {
            return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(value.strip()) * 1000)));
        }
        try {
            Instant then = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(then.isBefore(now) ? Duration.ZERO : Duration.between(now, then));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
