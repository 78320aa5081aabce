package app.larder.chat;

import app.larder.chat.wire.ChatBackend;
import app.larder.chat.wire.ChatEvent;
import app.larder.chat.wire.End;
import app.larder.chat.wire.RunningTurn;
import app.larder.chat.wire.TurnRequest;
import app.larder.chat.wire.Usage;
import app.larder.store.Database;
import app.larder.store.UserStore;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** A Larder that asks and is answered, word by word, until it is killed. Another JVM runs this. */
public final class ChatChild {

    /** What every answer says when it is whole. */
    static final String WHOLE = "word ".repeat(60);

    private ChatChild() {}

    /** Arguments: the folder, milliseconds between two words. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long pause = Long.parseLong(args[1]);
        try (Database database = Database.local(Path.of(args[0]))) {
            UserStore rows = database.openFor(database.localUser("cook"));
            ChatBackend slow = new SlowModel(pause);
            Answerer answerer =
                    new Answerer(slow, MessageDetails.HELPER, "", true, true, new Answerer.Sharing(false, false, 8_192, false));
            try (TestKitchen kitchen = new TestKitchen()) {
                ChatRoom room = new ChatRoom(rows.chats(), () -> answerer, kitchen.tools, Clock.systemUTC());
                room.recover();
                ChatSession session = room.begin();
                out.println("open");
                for (int i = 0; ; i++) {
                    Waiting waiting = new Waiting();
                    Answering answering = room.send(session, "Question " + i, waiting);
                    out.println("asked " + session.id() + " " + answering.question().id());
                    waiting.end();
                    out.println("answered " + session.id() + " " + answering.question().id());
                }
            }
        }
    }

    private record SlowModel(long pause) implements ChatBackend {

        @Override
        public RunningTurn start(TurnRequest request, Consumer<ChatEvent> sink) {
            Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 60; i++) {
                    sink.accept(new ChatEvent.Text("word "));
                    try {
                        Thread.sleep(pause);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
                sink.accept(new ChatEvent.Finished(WHOLE, List.of(), End.STOP, Usage.UNKNOWN, null));
            });
            return () -> {};
        }
    }
}
