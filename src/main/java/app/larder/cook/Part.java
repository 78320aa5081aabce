package app.larder.cook;

/**
 * What one row gives to one line.
 *
 * @param offer the row and what it has
 * @param left how much of the row is left before, as a share of it
 * @param taken how much of the row is taken, as a share of it; 0 where nothing is measured
 */
record Part(Offer offer, double left, double taken) {

    Row row() {
        return offer.row();
    }
}
