package app.larder.sync.view;

import app.larder.sync.Activity;
import app.larder.sync.Conflict;
import app.larder.sync.Refused;
import app.larder.sync.RowKey;
import java.util.List;
import java.util.Map;

/**
 * What there is to look at.
 *
 * @param open conflicts nobody settled, the newest first
 * @param settled those somebody did, the newest first
 * @param refused rows the server does not take
 * @param activity what happened, the newest first
 * @param names what the rows in {@code activity} are called; a row that is gone is missing
 * @param deletions how many rows would be deleted here if somebody said so
 */
record Panel(
        List<Conflict> open,
        List<Conflict> settled,
        List<Refused> refused,
        List<Activity> activity,
        Map<RowKey, String> names,
        int deletions) {

    static final Panel NOTHING = new Panel(List.of(), List.of(), List.of(), List.of(), Map.of(), 0);

    Panel {
        open = List.copyOf(open);
        settled = List.copyOf(settled);
        refused = List.copyOf(refused);
        activity = List.copyOf(activity);
        names = Map.copyOf(names);
    }
}
