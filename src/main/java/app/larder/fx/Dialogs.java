package app.larder.fx;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;

/**
 * What only the desktop can do: choosing files, printing, opening a link. The headless platform has none of the three,
 * so tests and the tour pass their own.
 */
public interface Dialogs {

    /** Lets the person choose files to import; empty if they change their mind. */
    List<Path> chooseFiles(String title);

    /** Lets the person choose a folder to import; empty if they change their mind. */
    List<Path> chooseFolder(String title);

    /**
     * Prints pages through the system's dialog, where PDF is one of the printers.
     *
     * @param job what the print queue calls it
     * @param pages lays the content out for a page of that width and height in points, one node a page
     * @return whether it was sent to a printer
     */
    boolean print(String job, PageLayouter pages);

    /** Opens a web address in the person's browser. */
    void open(URI address);

    /** Lays content out on pages. */
    @FunctionalInterface
    interface PageLayouter {
        List<Node> pages(double width, double height);
    }
}
