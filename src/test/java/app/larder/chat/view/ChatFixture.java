package app.larder.chat.view;

import app.larder.account.KeptFile;
import app.larder.account.NewId;
import app.larder.account.Seal;
import app.larder.chat.Answerer;
import app.larder.chat.ChatMessage;
import app.larder.chat.ChatRepository;
import app.larder.chat.ChatRoom;
import app.larder.chat.ChatSession;
import app.larder.chat.KitchenReads;
import app.larder.chat.KitchenTools;
import app.larder.chat.MessageDetails;
import app.larder.chat.ProposalDesk;
import app.larder.chat.RecipeMaking;
import app.larder.chat.TypedMessages;
import app.larder.cook.CookNow;
import app.larder.cook.CookRules;
import app.larder.exchange.ImportProgress;
import app.larder.exchange.ImportReport;
import app.larder.exchange.ImportSource;
import app.larder.exchange.Importer;
import app.larder.exchange.input.AddressRule;
import app.larder.exchange.input.LinkReader;
import app.larder.fx.Background;
import app.larder.fx.Dialogs;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import app.larder.kitchen.Kitchen;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.Pantry;
import app.larder.pantry.PantryLine;
import app.larder.recipes.DraftShelf;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeDesk;
import app.larder.recipes.RecipeDraft;
import app.larder.settings.ChatSettings;
import app.larder.settings.Settings;
import app.larder.store.Database;
import app.larder.store.UserStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A Chat room over H2 in memory with a model that a test speaks for, on the evening of 21 March 2026, a Saturday. */
public final class ChatFixture implements AutoCloseable, OtherRooms {

    public static final Instant NOW = Instant.parse("2026-03-21T18:00:00Z");
    static final Answerer.Sharing ALL = new Answerer.Sharing(true, true, 8_192, true);

    private final Database database = Database.memory("chat-" + UUID.randomUUID());
    private final UserStore rows = database.openFor(database.localUser("anna"));
    public final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    public final ChatRepository chats = rows.chats();
    public final RecipeBook recipes = new RecipeBook(rows.recipes(), clock);
    public final Pantry pantry = new Pantry(rows.pantry(), clock);
    final CookNow cook = new CookNow(recipes, pantry, () -> CookRules.DEFAULTS, clock);
    public final HandModel model = new HandModel();
    public final Notices notices = new Notices();
    public final ChatRoom room;
    final ProposalDesk desk;
    final TypedMessages typedMessages;
    public volatile Answerer answerer = new Answerer(model, "llama3.2", "localhost:11434", true, true, ALL);

    /** What the other rooms were told, in order. */
    final List<String> told = new ArrayList<>();

    final List<RecipeDraft> written = new ArrayList<>();

    /** With its small files in that folder. */
    public ChatFixture(Path folder) {
        KitchenReads reads = new KitchenReads(recipes, pantry, cook, () -> Kitchen.asWritten(Locale.ENGLISH), clock);
        room = new ChatRoom(chats, () -> answerer, new KitchenTools(reads), clock);
        RecipeDesk recipeDesk = new RecipeDesk(recipes, new DraftShelf(folder, Seal.NONE), clock);
        desk = new ProposalDesk(chats, recipes, recipeDesk, pantry, cook);
        typedMessages = new TypedMessages(new KeptFile(folder.resolve("chat.json"), Seal.NONE));
    }

    /** Puts things at home, each with the days it has been there. */
    public ChatFixture stocked() {
        Map.of("250 g spinach", 6, "8 eggs", 3, "1 l milk", 7, "1 kg flour", 30, "40 g parmesan", 10, "1 bulb garlic", 5)
                .forEach((line, days) -> {
                    HouseholdIngredient row = pantry.row(PantryLine.of(line));
                    pantry.add(List.of(new HouseholdIngredient(
                            row.id(), row.name(), row.quantity(), row.unit(), row.category(), NOW.minus(Duration.ofDays(days)))));
                });
        cook.load();
        return this;
    }

    /** Stores a conversation that was last spoken in so many hours ago. */
    public ChatSession conversation(String title, int hoursAgo, String... lines) {
        Instant then = NOW.minus(Duration.ofHours(hoursAgo));
        ChatSession session = new ChatSession(NewId.at(then), title, then, then);
        for (int i = 0; i < lines.length; i++) {
            say(session, then, i % 2 == 1, lines[i], MessageDetails.PLAIN);
        }
        return session;
    }

    /** Stores one message more. */
    public ChatMessage say(ChatSession session, Instant then, boolean answer, String text, MessageDetails details) {
        ChatMessage.Role role = answer ? ChatMessage.Role.ASSISTANT : ChatMessage.Role.USER;
        return chats.add(session, new ChatMessage(NewId.at(then), session.id(), role, text, then, details));
    }

    SessionsViewModel sessions(Background background) {
        return new SessionsViewModel(room, background, notices, Texts.in(Locale.ENGLISH));
    }

    ConversationViewModel conversation(Background background, Locale language) {
        ChosenModel chosen = new ChosenModel(() -> Settings.DEFAULTS, changed -> {
            ChatSettings chat = changed.chat();
            told.add(chat.agreed().isEmpty() ? "helper" : "agreed to " + chat.agreed().getFirst().host());
            answerer = new Answerer(model, answerer.model(), answerer.host(), answerer.local(), true, ALL);
        });
        return new ConversationViewModel(
                room, chosen, new TypedWords(typedMessages, background), background, notices, Texts.in(language));
    }

    ProposalsViewModel proposals(Background background, Locale language) {
        return new ProposalsViewModel(
                desk,
                new RecipeMaking(chats, () -> answerer, text -> Optional.ofNullable(written(text))),
                this,
                background,
                notices,
                Texts.in(language));
    }

    private @Nullable Recipe written(String text) {
        ImportReport report = new Importer(
                        clock, () -> new LinkReader(AddressRule.PUBLIC, LinkReader.Limits.USUAL), rows::recipes)
                .read(List.of(new ImportSource.Pasted(text, "")), _ -> {}, ImportProgress.SILENT, () -> false);
        return report.recipes().isEmpty() ? null : report.recipes().getFirst().recipe();
    }

    /** A room as the program loads it, and what is behind it. */
    public record Screen(Views.Loaded<ChatView> loaded, ConversationViewModel conversation, SessionsViewModel sessions) {

        /** Opens a conversation. */
        public void open(UUID session) {
            conversation.open(session);
        }

        /** Sends a text. */
        public void send(String text) {
            conversation.send(text);
        }

        /** Types a text. */
        public void type(String text) {
            conversation.typed().textProperty().set(text);
        }

        /** Begins to change the first question. */
        public void editFirst() {
            conversation.edit(conversation.messagesProperty().get().getFirst().message());
        }
    }

    public Screen screen(Background background, Dialogs dialogs, Locale language) {
        Texts texts = Texts.in(language);
        SessionsViewModel sessions = new SessionsViewModel(room, background, notices, texts);
        ConversationViewModel conversation = conversation(background, language);
        ProposalsViewModel proposals = proposals(background, language);
        Map<Class<?>, Supplier<?>> controllers = new HashMap<>();
        controllers.put(ChatView.class, () -> new ChatView(sessions, conversation, texts));
        controllers.put(SessionsView.class, () -> new SessionsView(sessions, conversation, texts, clock));
        controllers.put(ComposerView.class, () -> new ComposerView(conversation, this, texts));
        controllers.put(
                ConversationView.class,
                () -> new ConversationView(
                        conversation, proposals, new Starters(pantry, cook, background, texts), this, dialogs, texts));
        Views.Loaded<ChatView> loaded = new Views(controllers, texts).load(ChatView.class);
        return new Screen(loaded, conversation, sessions);
    }

    @Override
    public void recipesChanged(List<UUID> changed) {
        told.add("recipes");
    }

    @Override
    public void pantryChanged() {
        told.add("pantry");
    }

    @Override
    public void showRecipe(UUID recipe) {
        told.add("show");
    }

    @Override
    public void write(RecipeDraft words) {
        written.add(words);
    }

    @Override
    public void showSettings() {
        told.add("settings");
    }

    /** The text of a notice on screen; null if there is none. */
    @Nullable String notice() {
        Notices.Notice notice = notices.currentProperty().get();
        return notice == null ? null : notice.text();
    }

    @Override
    public void close() {
        room.close();
        database.close();
    }
}
