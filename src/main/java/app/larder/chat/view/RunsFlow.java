package app.larder.chat.view;

import app.larder.chat.view.Block.Mark;
import app.larder.chat.view.Block.Run;
import app.larder.fx.Texts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A paragraph that can grow: only what is new in it is laid down anew. */
final class RunsFlow extends TextFlow {

    private final Texts texts;
    private final Consumer<URI> follow;
    private final TextSelection selection;
    private List<Run> shown = List.of();

    /** An empty one; {@code follow} is given an address that was pressed. */
    RunsFlow(Texts texts, Consumer<URI> follow, String... styleClasses) {
        this.texts = texts;
        this.follow = follow;
        getStyleClass().add("prose");
        getStyleClass().addAll(styleClasses);
        setAccessibleRole(AccessibleRole.TEXT);
        selection = new TextSelection(this, texts.get("chat.copy"));
    }

    void show(List<Run> runs) {
        if (runs.equals(shown)) {
            return;
        }
        selection.clear();
        int same = 0;
        while (same < runs.size() && same < shown.size() && runs.get(same).equals(shown.get(same))) {
            same++;
        }
        boolean grown = same == shown.size() - 1 && runs.size() >= shown.size() && grows(shown.get(same), runs.get(same));
        if (grown) {
            ((Text) getChildren().get(same)).setText(runs.get(same).text());
            same++;
        }
        List<Node> more = new ArrayList<>();
        for (Run run : runs.subList(same, runs.size())) {
            more.add(node(run));
        }
        if (same < getChildren().size()) {
            getChildren().remove(same, getChildren().size());
        }
        getChildren().addAll(more);
        shown = runs;
        setAccessibleText(runs.stream().map(Run::text).collect(Collectors.joining()));
    }

    private static boolean grows(Run before, Run now) {
        return before.link() == null
                && now.link() == null
                && before.marks().equals(now.marks())
                && !now.marks().contains(Mark.PICTURE);
    }

    private Node node(Run run) {
        URI link = run.link();
        if (link != null && !run.text().isBlank()) {
            Hyperlink there = new Hyperlink(run.text());
            there.setAccessibleText(texts.get("chat.link.name", run.text(), link.getHost()));
            there.setOnAction(_ -> follow.accept(link));
            return there;
        }
        boolean picture = run.marks().contains(Mark.PICTURE);
        Text text = new Text(picture ? texts.get("chat.picture", run.text()) : run.text());
        text.getStyleClass().add("plain");
        for (Mark mark : run.marks()) {
            text.getStyleClass().add(
                    switch (mark) {
                        case BOLD -> "bold";
                        case ITALIC, PICTURE -> "italic";
                        case CODE -> "mono";
                    });
        }
        return text;
    }
}
