package app.larder.cook;

import app.larder.kitchen.FoodMatch;
import org.jspecify.annotations.Nullable;

/**
 * What one row gives to one line.
 *
 * @param row the row
 * @param match how it answers
 * @param comparison its amount in the line's unit; null if nothing is measured
 * @param available share of the need that is left in the row
 * @param taken share of the need that is taken from it
 */
record Part(Row row, FoodMatch match, @Nullable Comparison comparison, double available, double taken) {}
