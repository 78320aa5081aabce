package app.larder.recipes.view;

import app.larder.exchange.ImportFailure;
import app.larder.exchange.ImportedRecipe;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A row of the import preview. */
sealed interface ImportEntry {

    /** A recipe that was found; one that is already there is not chosen unless the person does. */
    record Found(ImportedRecipe imported, BooleanProperty chosen) implements ImportEntry {
        Found(ImportedRecipe imported) {
            this(imported, new SimpleBooleanProperty(!imported.isKnown()));
        }
    }

    /** A source that gave no recipe. */
    record Failed(ImportFailure failure) implements ImportEntry {

        /** The name of the file, or the whole link. */
        String shortName() {
            String file = failure.file();
            return isLink() ? file : file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        }

        /** Whether it is a link, not a file. */
        boolean isLink() {
            return failure.file().matches("(?i)https?://.*");
        }

        /** Whether trying once more may help: any link, and a file that something kept from being read. */
        boolean canRetry() {
            return isLink() || failure.reason().kind().mayPass();
        }
    }
}
