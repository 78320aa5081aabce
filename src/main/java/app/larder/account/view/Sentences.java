package app.larder.account.view;

import app.larder.account.AccountRefusedException;
import app.larder.account.InvalidNameException;
import app.larder.account.People;
import app.larder.account.ServerProblem;
import app.larder.account.ServerProblemException;
import app.larder.fx.Texts;
import java.util.Locale;

/** What failures with people and servers mean, in the window's language. */
public final class Sentences {

    private Sentences() {}

    /** What went wrong, in a sentence. */
    public static String of(Exception failure, Texts texts) {
        return switch (failure) {
            case ServerProblemException server -> of(server.problem(), texts);
            case InvalidNameException name -> texts.get(
                    "account.name." + name.reason().name().toLowerCase(Locale.ROOT), People.LONGEST_NAME);
            case AccountRefusedException refused -> texts.get(
                    "account.refused." + refused.reason().name().toLowerCase(Locale.ROOT));
            default -> {
                String said = failure.getMessage();
                yield said == null ? texts.get("failure.unexpected") : said;
            }
        };
    }

    /** What stands between this computer and a database, and what to do. */
    static String of(ServerProblem problem, Texts texts) {
        return texts.get(
                "account.server." + problem.kind().name(), problem.facts().toArray());
    }
}
