package app.larder.exchange;

import app.larder.exchange.format.Draft;
import app.larder.exchange.input.Piece;
import app.larder.exchange.input.Reason;
import app.larder.exchange.input.Unreadable;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a recipe's photo is; it is read when the recipe is kept, because thousands of photos fit into no memory. */
sealed interface PictureSource {

    /** What it is called in a report. */
    String label();

    /** A file of its own beside the recipe. */
    record Beside(Unit.OfPiece recipe, String place) implements PictureSource {
        @Override
        public String label() {
            return place;
        }

        byte[] bytes() throws Unreadable {
            Optional<Piece> photo = recipe.open().beside(place);
            return photo.orElseThrow(() -> Unreadable.because(Reason.Kind.MISSING, place)).bytes(() -> false);
        }
    }

    /** Written into the text of the recipe: the so-manieth picture of the so-manieth recipe. */
    record Inside(Unit.OfPiece text, int recipe, int picture) implements PictureSource {

        private static final Pattern BLANKS = Pattern.compile("\\s+");
        private static final Pattern DATA_URL = Pattern.compile("^data:[^,]{0,200},");

        @Override
        public String label() {
            return text.label();
        }

        byte[] bytes(List<Draft> drafts) throws Unreadable {
            List<Draft.Picture> pictures = recipe < drafts.size() ? drafts.get(recipe).extras().pictures() : List.of();
            if (picture < pictures.size() && pictures.get(picture) instanceof Draft.Picture.Inline(String data)) {
                try {
                    return decoded(data);
                } catch (IllegalArgumentException e) {
                    throw Unreadable.because(Reason.Kind.ENTRY_DAMAGED, label());
                }
            }
            throw Unreadable.because(Reason.Kind.MISSING, label());
        }

        /** What base64 stands for. */
        static byte[] decoded(String data) {
            String base64 = DATA_URL.matcher(data).replaceFirst("");
            String bare = BLANKS.matcher(base64).replaceAll("");
            return Base64.getDecoder().decode(bare);
        }
    }
}
