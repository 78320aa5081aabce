package app.larder.chat.helper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a question is after. The patterns are tried in this order on the question in lower case; group {@code x}, if there
 * is one, is what it speaks of.
 */
enum Intent {
    WHO("\\b(who|what) are you\\b|\\bare you (an? )?(ai|bot|robot|human|chatgpt)|what can you do|^help\\W*$"
            + "|\\bwer bist du|\\bwas bist du|\\bbist du (eine? )?(ki|mensch|roboter|bot)|was kannst du|^hilfe\\W*$"),
    DEGREES("(?<x>-?\\d+)\\s*(?:°|degrees?|grad)?\\s*(?<from>c|f|celsius|fahrenheit)\\b.*?\\b(?:in|to|as|nach)\\b.*?\\b(?<to>c|f|celsius|fahrenheit)\\b"
            + "|\\b(?:celsius|fahrenheit)\\s+(?:sind|ist|is|are|in)\\s+(?<y>-?\\d+)\\s*(?:°|degrees?|grad)?\\s*(?<other>c|f|celsius|fahrenheit)\\b"),
    SUBSTITUTE("\\b(?:substitutes?|replacements?|stand-?in|alternatives?) (?:for|to) (?<a>.+)|\\binstead of (?<b>.+)|\\breplace (?:the )?(?<c>.+)"
            + "|\\b(?:ran|run|am|are|we're|i'm) out of (?<d>.+)|\\bersatz für (?<e>.+)|\\b(?:statt|anstelle von|anstatt) (?<f>.+)"
            + "|\\bwomit .*?\\bkann ich (?<g>.+?) ersetzen|\\bersetze ich (?<h>.+)|\\bkein(?:e|en)? (?<i>\\p{L}+)(?: mehr)?\\b.*(?:stattdessen|ersatz|nehmen)"),
    SCALE("\\b(?<double>double|twice|verdopp\\p{L}+|doppelt\\p{L}*)\\b|\\b(?<half>halve|half (?:of )?(?:the|my)|halbier\\p{L}*|halbe menge|hälfte)\\b|\\b(?<triple>triple|verdreifach\\p{L}*)\\b"
            + "|\\bscale\\b.*?\\b(?:to|for)\\s+(?<n>\\d+)|\\b(?:make|cook|recalculate|adjust)\\b.*\\bfor (?<m>\\d+)|(?:rechne|mach|koche|passe)\\b.*\\b(?:auf|für) (?<o>\\d+)"
            + "|^(?<name>.+?) (?:for|für) (?<p>\\d+)(?: (?:people|persons|personen|portionen|servings|guests|leute|gäste))?\\W*$|\\bscale\\b|\\bumrechnen auf\\b"),
    CONVERT("\\b(?:convert|how many|how much is|what is|wie ?viele?|rechne|wandle|was sind|was ist)\\b.*\\d|^\\W*[\\d½¼¾⅓⅔/., ]+\\s*\\p{L}+.*\\b(?:in|to|nach|zu)\\b"
            + "|\\bhow many \\p{L}+ (?:is|are|in) (?:an?|one|half|\\d)\\b|\\bwie ?viele? \\p{L}+ (?:sind|ist|hat|wiegt|wiegen) (?:ein|eine|einen|\\d)\\b"),
    USE_SOON("\\buse (?:\\p{L}+ )?(?:up|soon|first)|\\bgoing (?:bad|off)\\b|\\bexpir|\\bgo(?:es)? (?:bad|off)\\b|\\bspoil|\\bbefore it (?:goes|turns)|\\bneeds? (?:eating|using)"
            + "|\\bverbrauch|\\bmuss (?:\\p{L}+ )*weg\\b|\\bläuft (?:\\p{L}+ )*ab\\b|\\bablaufen|\\bverderb|\\bschlecht\\b|\\baufbrauch|\\breste\\b.*verwert|\\bzuerst essen"),
    MISSING("\\b(?:missing|need(?: to buy)?|buy|shopping list|ingredients do i need) (?:to (?:make|cook) |for |from )(?<a>.+)|\\bmissing\\b.*\\bfor (?<b>.+)|\\bshopping list\\b.*\\bfor (?<c>.+)"
            + "|\\bwas (?:fehlt|brauche ich|muss ich)\\b.*?\\bfür (?<d>.+?)(?: (?:kaufen|einkaufen))?\\W*$|\\beinkaufsliste\\b.*\\bfür (?<e>.+)|\\bhave everything (?:for|to make) (?<f>.+)|\\balles (?:für|da für) (?<g>.+)"),
    KEEP("\\bhow long (?:do|does|will|can) (?<a>.+?) (?:keep|last|stay|be kept)|\\bhow long can i keep (?<b>.+)|\\bwie lange (?:ist|sind|hält sich|halten sich|hält|halten) (?<c>.+?)(?: (?:haltbar|noch gut))?\\W*$"),
    TIME("\\bhow long (?:do|does|will) (?<a>.+?) take|\\bhow (?:many minutes|much time)\\b.*\\bfor (?<b>.+)|\\bwie lange (?:dauert|dauern|braucht|brauchen) (?<c>.+)"),
    COUNT("\\bhow many recipes\\b|\\bwie ?viele rezepte\\b"),
    RECIPES("\\brecipes? (?:for|with|without|from)\\b|\\brezepte? (?:für|mit|ohne|aus)\\b|\\p{L}{3,}rezepte?\\b"),
    HAVE("\\b(?:do|have) (?:i|we) (?:still )?(?:have|got) (?:any |some |enough )?(?!at home)(?<a>.+)|\\bis there (?:any |some |still )?(?<b>.+)|\\bhow (?:much|many) (?<c>.+?) (?:do (?:i|we) have|is left|are left|have (?:i|we))"
            + "|\\b(?:habe ich|haben wir|hab ich) (?:noch )?(?:genug )?(?<d>.+)|\\bist noch (?<e>.+?) (?:da|zu hause|übrig)|\\bwie ?viele? (?<f>.+?) (?:habe ich|haben wir|ist noch|sind noch)|\\bgibt es noch (?<g>.+)"),
    COOK("\\b(?:cook|make|dinner|supper|lunch|breakfast|eat|meal)\\b|\\b(?:kochen|koche|machen|essen|abendessen|mittagessen|frühstück|abendbrot|gericht)\\b"),
    PANTRY("\\b(?:pantry|at home|in the house|in the fridge|larder)\\b|\\b(?:vorrat|zu hause|im haus|kühlschrank|speisekammer)\\b"),
    FIND("\\b(?:find|search|show|list|look for|recipes?)\\b|\\b(?:finde|such\\p{L}*|zeig\\p{L}*|rezepte?)\\b"),
    UNKNOWN("");

    private final Pattern pattern;

    Intent(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** The place where a question in lower case shows this intent, if it does. */
    Optional<Matcher> in(String question) {
        Matcher matcher = pattern.matcher(question);
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }
}
