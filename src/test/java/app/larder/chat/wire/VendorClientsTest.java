package app.larder.chat.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The fakes of Ollama and OpenAI, asked by these vendors' own clients from npm; skipped, and loudly, where they can't be had. */
class VendorClientsTest {

    private static final Path SCRIPTS = Path.of("src/test/resources/chat/vendor").toAbsolutePath();
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"), "larder-vendor-clients");

    @Test
    void theVendorsOwnClientsUnderstandOurFakes() throws IOException, InterruptedException {
        install();
        try (OllamaFake ollama = new OllamaFake();
                FaultServer faults = new FaultServer()) {
            Process node = new ProcessBuilder(
                            "node", FOLDER.resolve("ask.mjs").toString(), ollama.address(), faults.address("x").replaceAll("/x$", ""))
                    .directory(FOLDER.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            List<String> said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            node.waitFor();
            assertEquals(
                    List.of(
                            "{\"name\":\"ollama m\",\"text\":\"Use the spinach 🥬\",\"calls\":[],\"done\":true}",
                            "{\"name\":\"ollama m tools\",\"text\":\"\",\"calls\":[\"get_pantry\"],\"done\":true}",
                            "{\"name\":\"ollama missing\",\"text\":\"\",\"error\":\"model 'missing' not found\"}",
                            "{\"name\":\"ollama notools tools\",\"text\":\"\",\"error\":\"registry.ollama.ai/library/notools:latest"
                                    + " does not support tools\"}",
                            "{\"name\":\"ollama miderr\",\"text\":\"Use the spinach 🥬\",\"error\":\"an error was encountered while"
                                    + " running the model\"}",
                            "{\"name\":\"ollama eof\",\"text\":\"Use the spinach 🥬\",\"error\":\"Did not receive done or success"
                                    + " response in stream.\"}",
                            "{\"name\":\"ollama show\",\"window\":2048}",
                            "{\"name\":\"ollama long m\",\"read\":10000}",
                            "{\"name\":\"ollama long mute\",\"read\":2041}",
                            "{\"name\":\"openai ok\",\"text\":\"Hello 🍳\",\"calls\":[],\"reason\":\"stop\"}",
                            "{\"name\":\"openai split\",\"text\":\"Crème brûlée 🍮👩‍🍳\",\"calls\":[],\"reason\":\"stop\"}",
                            "{\"name\":\"openai comments\",\"text\":\"Hi\",\"calls\":[],\"reason\":\"stop\"}",
                            "{\"name\":\"openai tools\",\"text\":\"\",\"calls\":[\"get_pantry\",\"find\"],\"reason\":\"tool_calls\"}",
                            "{\"name\":\"openai len\",\"text\":\"Boil the\",\"calls\":[],\"reason\":\"length\"}",
                            "{\"name\":\"openai 401\",\"text\":\"\",\"error\":\"401\"}",
                            "{\"name\":\"openai 429\",\"text\":\"\",\"error\":\"429\"}"),
                    said);
        }
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String name : List.of("package.json", "ask.mjs")) {
            Files.copy(SCRIPTS.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(FOLDER.resolve("node_modules/openai")) && Files.exists(FOLDER.resolve("node_modules/ollama"))) {
            return;
        }
        boolean installed = false;
        try {
            Process npm = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            installed = npm.waitFor(120, TimeUnit.SECONDS) && npm.exitValue() == 0;
            npm.destroyForcibly();
        } catch (IOException e) {
            installed = false;
        }
        if (!installed) {
            System.err.println("SKIPPED: the vendors' own clients could not be had from npm");
            Assumptions.abort("no vendors' clients");
        }
    }
}
