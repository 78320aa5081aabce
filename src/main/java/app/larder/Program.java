package app.larder;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program as others would start it: the installed one, or Java with what it was given. */
final class Program {

    private Program() {}

    /** Whether it is installed; jpackage's launcher sets this property. */
    static boolean installed() {
        return System.getProperty("jpackage.app-path") != null;
    }

    /** The command that starts it once more with these arguments. */
    static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        String launcher = System.getProperty("jpackage.app-path");
        if (launcher != null) {
            command.add(launcher);
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Larder.class.getName()));
        }
        command.addAll(arguments);
        return command;
    }

    /** Starts it once more with these arguments, beside this one. */
    static void start(List<String> arguments) {
        try {
            new ProcessBuilder(command(arguments)).inheritIO().start();
        } catch (IOException e) {
            System.getLogger(Program.class.getName()).log(System.Logger.Level.ERROR, "it did not start again", e);
        }
    }
}
