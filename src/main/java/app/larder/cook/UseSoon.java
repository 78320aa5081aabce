package app.larder.cook;

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
        int keeps = keeps(item);
        int left = left(item, keeps, today, zone);
        return Shelves.weight(left, keeps) > 0 ? OptionalInt.of(left) : OptionalInt.empty();
    }

    /** How many days something usually keeps. */
    static int keeps(HouseholdIngredient item) {
        return Keeping.days(item.name(), item.unit() == null ? "" : item.unit(), item.category());
    }

    /** How many of those days are left. */
    static int left(HouseholdIngredient item, int keeps, LocalDate today, ZoneId zone) {
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(item.addedAt(), zone), today);
        return keeps - Math.clamp(days, 0, Integer.MAX_VALUE / 2);
    }
}
