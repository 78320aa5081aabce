package app.larder.recipes.view;

import app.larder.exchange.format.Problem;
import app.larder.exchange.input.Reason;
import app.larder.fx.Texts;

/** Says in the window's language what an import noticed. */
record ImportWords(Texts texts) {

    String problem(Problem problem) {
        return texts.get(problem.kind().key(), problem.facts().toArray());
    }

    String reason(Reason reason) {
        return texts.get(reason.kind().key(), reason.facts().toArray());
    }
}
