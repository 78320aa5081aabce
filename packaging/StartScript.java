import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the script that starts Larder from a build folder: {@code java StartScript.java target/larder} leaves
 * {@code larder} for a POSIX shell and {@code larder.cmd} for Windows. Run by Maven under the toolchain's JDK, so
 * that {@code java.home} is the JDK the program was built for even where another {@code java} is the default.
 */
final class StartScript {

    private static final String OPTIONS = "--enable-native-access=javafx.graphics,ALL-UNNAMED"
            + " --add-modules javafx.controls,javafx.fxml -Dorg.jboss.logging.provider=slf4j";

    public static void main(String[] args) throws IOException {
        Path script = Path.of(args[0]);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        String unix = """
                #!/bin/sh
                # Made by packaging/StartScript.java; starts Larder from this build folder.
                java='%s'
                [ -x "$java" ] || java=java
                self=$0
                while [ -h "$self" ]; do
                    link=$(readlink "$self")
                    case $link in /*) self=$link ;; *) self=$(dirname "$self")/$link ;; esac
                done
                top=$(cd "$(dirname "$self")" && pwd)
                # Under a POSIX locale Java prints a half sign as ? and refuses paths that are not ASCII.
                case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
                    *[Uu][Tt][Ff]8*|*[Uu][Tt][Ff]-8*) ;;
                    *) LC_ALL=C.UTF-8; export LC_ALL ;;
                esac
                exec "$java" %s ${LARDER_JAVA_OPTS:-} --module-path "$top/lib/fx" \\
                    -cp "$top/classes:$top/lib/*" app.larder.Larder "$@"
                """.formatted(java.replace("'", "'\\''"), OPTIONS);
        Files.createDirectories(script.toAbsolutePath().getParent());
        Files.writeString(script, unix, StandardCharsets.UTF_8);
        script.toFile().setExecutable(true, false);

        String windows = """
                @echo off
                rem Made by packaging/StartScript.java; starts Larder from this build folder.
                setlocal
                set "JAVA_EXE=%s"
                if not exist "%%JAVA_EXE%%" set "JAVA_EXE=java"
                "%%JAVA_EXE%%" %s %%LARDER_JAVA_OPTS%% --module-path "%%~dp0lib\\fx" -cp "%%~dp0classes;%%~dp0lib\\*" app.larder.Larder %%*
                exit /b %%ERRORLEVEL%%
                """.formatted(java.endsWith(".exe") ? java : java + ".exe", OPTIONS);
        Files.writeString(Path.of(script + ".cmd"), windows.replace("\n", "\r\n"), StandardCharsets.UTF_8);
    }
}
