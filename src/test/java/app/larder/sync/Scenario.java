package app.larder.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens to a few computers and their server, in order. Numbers pick among whatever is there at that moment, so that
 * any part of a scenario is one too.
 *
 * @param seed of everything random in it
 * @param devices how many computers
 * @param pageRows rows a page of the server has at most
 * @param actions in order
 */
public record Scenario(long seed, int devices, int pageRows, List<Action> actions) {

    /** Something that happens, on one computer or the server. */
    public record Action(What what, int device, int a, int b) {}

    /** What can happen. */
    public enum What {
        CREATE,
        EDIT,
        EDIT_LINE,
        RETAG,
        DELETE,
        STOCK,
        USE,
        RECOUNT,
        CHAT,
        RENAME_CHAT,
        POISON,
        SYNC,
        SYNC_ANSWER_LOST,
        SYNC_REQUEST_LOST,
        SYNC_TWICE,
        SYNC_CRASH,
        CRASH,
        FOREIGN_EDIT,
        FOREIGN_LINES,
        FOREIGN_DELETE,
        FOREIGN_CREATE,
        CLOCK,
        CLONE,
        SNAPSHOT,
        ROLL_BACK,
        BACKUP,
        RESTORE,
        RECREATE
    }

    /** How often each happens; rare things stay rare, and a kind of schedule leaves some out. */
    private static List<What> mix(Random random) {
        List<What> mix = new ArrayList<>();
        add(mix, 6, What.CREATE, What.EDIT, What.EDIT_LINE, What.USE, What.CHAT);
        add(mix, 3, What.RETAG, What.DELETE, What.STOCK, What.RENAME_CHAT);
        add(mix, 14, What.SYNC);
        add(mix, 2, What.SYNC_ANSWER_LOST, What.SYNC_REQUEST_LOST, What.SYNC_TWICE, What.SYNC_CRASH, What.CRASH, What.CLOCK);
        switch (random.nextInt(4)) {
            case 0 -> add(mix, 3, What.FOREIGN_EDIT, What.FOREIGN_LINES, What.FOREIGN_DELETE, What.FOREIGN_CREATE);
            case 1 -> {
                add(mix, 2, What.CLONE, What.SNAPSHOT, What.ROLL_BACK, What.RECOUNT);
                add(mix, 1, What.POISON);
            }
            case 2 -> add(mix, 1, What.BACKUP, What.RESTORE, What.RECREATE, What.FOREIGN_EDIT);
            default -> {}
        }
        return mix;
    }

    private static void add(List<What> mix, int often, What... whats) {
        for (What what : whats) {
            for (int i = 0; i < often; i++) {
                mix.add(what);
            }
        }
    }

    /** The scenario of a seed. */
    public static Scenario random(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        int devices = 2 + random.nextInt(4);
        List<What> mix = mix(random);
        List<Action> actions = new ArrayList<>();
        int length = 8 + random.nextInt(40);
        for (int i = 0; i < length; i++) {
            actions.add(new Action(
                    mix.get(random.nextInt(mix.size())), random.nextInt(devices), random.nextInt(1000),
                    random.nextInt(1000)));
        }
        return new Scenario(seed, devices, random.nextInt(3) == 0 ? 3 : 1000, actions);
    }

    /** The same with other actions. */
    public Scenario with(List<Action> fewer) {
        return new Scenario(seed, devices, pageRows, List.copyOf(fewer));
    }

    /** Whether one of those happens in it. */
    public boolean has(What... whats) {
        return actions.stream().anyMatch(action -> List.of(whats).contains(action.what()));
    }
}
