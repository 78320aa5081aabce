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
        int keeps = Keeping.days(item.name(), item.unit() == null ? "" : item.unit(), item.category());
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(item.addedAt(), zone), today);
        int left = keeps - Math.clamp(days, 0, Integer.MAX_VALUE / 2);
        return Shelves.weight(left, keeps) > 0 ? OptionalInt.of(left) : OptionalInt.empty();
    }
}
