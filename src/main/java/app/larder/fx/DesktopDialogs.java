package app.larder.fx;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javafx.application.HostServices;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** The dialogs of a real desktop. */
public final class DesktopDialogs implements Dialogs {

    private final Stage owner;
    private final HostServices host;

    public DesktopDialogs(Stage owner, HostServices host) {
        this.owner = owner;
        this.host = host;
    }

    @Override
    public List<Path> chooseFiles(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public List<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        File chosen = chooser.showDialog(owner);
        return chosen == null ? List.of() : List.of(chosen.toPath());
    }

    @Override
    public boolean print(String job, PageLayouter pages) {
        PrinterJob printer = PrinterJob.createPrinterJob();
        if (printer == null || !printer.showPrintDialog(owner)) {
            return false;
        }
        printer.getJobSettings().setJobName(job);
        PageLayout paper = printer.getJobSettings().getPageLayout();
        for (Node page : pages.pages(paper.getPrintableWidth(), paper.getPrintableHeight())) {
            if (!printer.printPage(paper, page)) {
                return false;
            }
        }
        return printer.endJob();
    }

    @Override
    public void open(URI address) {
        host.showDocument(address.toString());
    }
}
