package app.larder.account.view;

import app.larder.account.SecretShelf;
import app.larder.fx.Texts;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What the places for secrets are called. */
public final class PlaceNames extends StringConverter<SecretShelf.Place> {

    private final Texts texts;

    /** In that language. */
    public PlaceNames(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String toString(SecretShelf.@Nullable Place place) {
        return place == null ? "" : texts.get("account.place." + place.name());
    }

    /** What it means to keep them there. */
    public String hint(SecretShelf.Place place) {
        return texts.get("account.place.hint." + place.name());
    }

    @Override
    public SecretShelf.@Nullable Place fromString(String name) {
        return null;
    }
}
