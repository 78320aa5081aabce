package app.larder.store;

import app.larder.account.ServerAddress;
import app.larder.account.ServerSetUp.RowSecurity;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** A Larder in a process of its own that sets a server up, to be killed. */
final class RemoteMigrationChild {

    static final RowSecurity APART = new RowSecurity(true, Set.of("web"));

    private RemoteMigrationChild() {}

    /** Says "ready" and begins. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        RemoteSetUp setUp = new RemoteSetUp();
        ServerAddress owner = new ServerAddress(System.getenv("DATABASE_URL"), null);
        setUp.look(owner);
        out.println("ready");
        setUp.adopt(owner, APART);
        out.println("done");
    }

    static Process start(String address) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RemoteMigrationChild.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DATABASE_URL", address);
        return builder.start();
    }
}
