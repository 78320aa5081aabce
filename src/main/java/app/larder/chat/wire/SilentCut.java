package app.larder.chat.wire;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Notices that a server has cut what it was sent without saying so. Ollama does: it drops the oldest messages, then the
 * beginning, until the rest fits what the model reads at once, and answers as if nothing had happened. It counts what it
 * has read ({@code prompt_eval_count}, which includes what it still knew from the turn before), so a count below any
 * tokenizer's for that text gives the cut away. The other wires answer with an error.
 */
final class SilentCut {

    /** More characters than a token has in any language written in Latin letters; about 4.3 in English. */
    private static final double LATIN = 5.5;

    /** The same for other letters; about 3 in Russian, 1 in Chinese. */
    private static final double OTHERS = 5;

    /** So few tokens say nothing: the server puts its own around them. */
    private static final int TOO_FEW = 200;

    /** The same sign again and again, as in a line across, is one token. */
    private static final Pattern REPEATED = Pattern.compile("(.)\\1{2,}", Pattern.DOTALL);

    private SilentCut() {}

    /** Whether that answer was given by a model that cannot have read all of the question. */
    static boolean isNoticed(Wire wire, TurnRequest request, ChatEvent.Terminal end) {
        if (wire != Wire.OLLAMA || !(end instanceof ChatEvent.Finished finished)) {
            return false;
        }
        Integer read = finished.usage().promptTokens();
        Integer window = request.window();
        if (read == null || read <= 0) {
            return false;
        }
        int least = leastTokens(request);
        return (least > TOO_FEW && read < least) || (window != null && read >= window);
    }

    /** Fewer tokens than the question has for any model. */
    static int leastTokens(TurnRequest request) {
        Stream<String> said = request.messages().stream().map(TurnMessage::text);
        Stream<String> tools = request.tools().stream().map(tool -> tool.description() + tool.parameters());
        return (int) Stream.of(Stream.of(request.system()), said, tools)
                .flatMap(texts -> texts)
                .mapToDouble(SilentCut::leastTokens)
                .sum();
    }

    private static double leastTokens(String text) {
        String once = REPEATED.matcher(text).replaceAll("$1");
        long latin = once.codePoints().filter(c -> c < 0x250).count();
        return latin / LATIN + (once.codePointCount(0, once.length()) - latin) / OTHERS;
    }
}
