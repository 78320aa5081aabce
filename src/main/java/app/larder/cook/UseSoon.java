package app.larder.cook;

import app.larder.kitchen.Food;
import app.larder.kitchen.Foods;
import app.larder.kitchen.Keeping;
import app.larder.pantry.HouseholdIngredient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

/** Whether something at home should be used soon, by the day it came home and {@code kitchen/keeping.txt}. */
public final class UseSoon {

    private UseSoon() {}

    /**
     * Days until the usual time of something is over, 0 or less if it is; empty if there is no hurry.
     *
     * @param today the day it is in {@code zone}
     */
    public static OptionalInt daysLeft(HouseholdIngredient item, LocalDate today, ZoneId zone) {
        int keeps = keeps(item, Foods.of(item.name()));
        int left = left(item, keeps, today, zone);
        return Shelves.weight(left, keeps) > 0 ? OptionalInt.of(left) : OptionalInt.empty();
    }

    /** How many days a row, which is such a food, usually keeps. */
    static int keeps(HouseholdIngredient item, Food food) {
        return Keeping.days(item.name(), food, item.unit() == null ? "" : item.unit(), item.category());
    }

    /** How many of those days are left. */
    static int left(HouseholdIngredient item, int keeps, LocalDate today, ZoneId zone) {
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(item.addedAt(), zone), today);
        return keeps - Math.clamp(days, 0, Integer.MAX_VALUE / 2);
    }
}
