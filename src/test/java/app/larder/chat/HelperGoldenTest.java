package app.larder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.chat.helper.BuiltInHelper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everyday questions and the built-in helper's answers, which somebody has read: {@code helper-golden.md}. */
class HelperGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/chat");

    @Test
    void everydayQuestionsAreAnsweredAsRead() throws IOException {
        List<String> questions = Files.readAllLines(FOLDER.resolve("questions.txt"));
        assertTrue(questions.size() >= 100);
        StringBuilder all = new StringBuilder();
        try (TestKitchen kitchen = TestKitchen.stocked()) {
            BuiltInHelper helper = kitchen.helper();
            for (String question : questions) {
                all.append("## ").append(question).append("\n\n").append(helper.answer(question)).append("\n\n");
            }
        }
        Path now = Path.of("target/helper-golden.md");
        Files.createDirectories(now.getParent());
        Files.writeString(now, all);
        assertEquals(Files.readString(FOLDER.resolve("helper-golden.md")), all.toString(), "compare with " + now);
    }
}
