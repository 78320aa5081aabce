package app.larder;

import app.larder.account.Entered;
import app.larder.account.KeptFile;
import app.larder.chat.TypedMessages;
import app.larder.chat.view.ChatView;
import app.larder.chat.view.ChosenModel;
import app.larder.chat.view.ComposerView;
import app.larder.chat.view.ConversationView;
import app.larder.chat.view.ConversationViewModel;
import app.larder.chat.view.ModelView;
import app.larder.chat.view.ModelViewModel;
import app.larder.chat.view.OtherRooms;
import app.larder.chat.view.ProposalsViewModel;
import app.larder.chat.view.SessionsView;
import app.larder.chat.view.SessionsViewModel;
import app.larder.chat.view.Starters;
import app.larder.chat.view.TypedWords;
import app.larder.cook.CookNow;
import app.larder.pantry.Pantry;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the chat's screens together, for one window after the other. */
final class ChatScreens {

    private final ChatWiring chat;
    private final TypedMessages typed;
    private final Pantry pantry;
    private final CookNow cook;
    private final Clock clock;
    private @Nullable ConversationViewModel before;
    private Runnable lookAgain = () -> {};

    /** The screens of that chat for whoever was let in. */
    ChatScreens(Entered entered, ChatWiring chat, Pantry pantry, CookNow cook, Clock clock) {
        this.chat = chat;
        this.typed = new TypedMessages(new KeptFile(entered.drafts().resolve("chat.json"), entered.seal()));
        this.pantry = pantry;
        this.cook = cook;
        this.clock = clock.withZone(ZoneId.systemDefault());
    }

    /** Conversations were written past the window: it looks again. JavaFX thread only. */
    void changedElsewhere() {
        lookAgain.run();
    }

    /** Adds the controllers of one window; a window built anew shows the conversation of the one before. */
    void put(WindowParts window, OtherRooms rooms, Map<Class<?>, Supplier<?>> controllers) {
        ChosenModel chosen = new ChosenModel(window.settings(), window.change());
        SessionsViewModel sessions =
                new SessionsViewModel(chat.room(), window.background(), window.notices(), window.texts());
        ConversationViewModel conversation = new ConversationViewModel(
                chat.room(), chosen, new TypedWords(typed, window.background()), window.background(), window.notices(),
                window.texts());
        UUID open = before == null ? null : before.stored().orElse(null);
        if (open != null) {
            conversation.open(open);
        }
        before = conversation;
        lookAgain = () -> {
            sessions.load();
            conversation.changedElsewhere();
        };
        ProposalsViewModel proposals = new ProposalsViewModel(
                chat.desk(), chat.making(), rooms, window.background(), window.notices(), window.texts());
        controllers.put(ChatView.class, () -> new ChatView(sessions, conversation, window.texts()));
        controllers.put(SessionsView.class, () -> new SessionsView(sessions, conversation, window.texts(), clock));
        controllers.put(ComposerView.class, () -> new ComposerView(conversation, rooms, window.texts()));
        controllers.put(
                ConversationView.class,
                () -> new ConversationView(
                        conversation,
                        proposals,
                        new Starters(pantry, cook, window.background(), window.texts()),
                        rooms,
                        window.dialogs(),
                        window.texts()));
        controllers.put(
                ModelView.class,
                () -> new ModelView(
                        new ModelViewModel(
                                chosen, chat.models(), chat.keys(), window.background(), window.notices(),
                                window.texts()),
                        window.texts()));
    }
}
