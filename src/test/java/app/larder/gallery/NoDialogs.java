package app.larder.gallery;

import app.larder.fx.Dialogs;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The dialogs of a place without a desktop: nothing is chosen, printed or opened. */
public final class NoDialogs implements Dialogs {

    @Override
    public List<Path> chooseFiles(String title) {
        return List.of();
    }

    @Override
    public List<Path> chooseFolder(String title) {
        return List.of();
    }

    @Override
    public boolean print(String job, PageLayouter pages) {
        return false;
    }

    @Override
    public void open(URI address) {}
}
