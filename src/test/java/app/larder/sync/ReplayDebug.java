package app.larder.sync;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReplayDebug {
    @Test
    void replay() throws Exception {
        System.setProperty("sync.debug", "1");
        Scenario s = Wire.JSON.readValue(Files.readString(Path.of("/tmp/scenario.json")), Scenario.class);
        Simulation.Result r = Simulation.run(s);
        System.err.println(r);
    }
}
