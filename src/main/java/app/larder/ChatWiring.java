package app.larder;

import app.larder.account.Entered;
import app.larder.account.SecretShelf;
import app.larder.account.SecretShelves;
import app.larder.chat.ChatKeys;
import app.larder.chat.ChatModels;
import app.larder.chat.ChatRepository;
import app.larder.chat.ChatRoom;
import app.larder.chat.KitchenReads;
import app.larder.chat.KitchenTools;
import app.larder.chat.ModelTest;
import app.larder.chat.ProposalDesk;
import app.larder.chat.RecipeMaking;
import app.larder.chat.helper.BuiltInHelper;
import app.larder.chat.helper.HelperKitchen;
import app.larder.cook.CookNow;
import app.larder.exchange.ImportProgress;
import app.larder.exchange.ImportReport;
import app.larder.exchange.ImportSource;
import app.larder.exchange.ImportedRecipe;
import app.larder.exchange.Importer;
import app.larder.kitchen.Kitchen;
import app.larder.pantry.Pantry;
import app.larder.recipes.DraftShelf;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeDesk;
import app.larder.settings.Settings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts the chat together: who answers, what they may look up, and what becomes of what they propose. */
final class ChatWiring implements AutoCloseable {

    private final ChatKeys keys;
    private final ChatModels models;
    private final ChatRoom room;
    private final ProposalDesk desk;
    private final RecipeMaking making;

    /**
     * The chat of whoever was let in. Keys kept for this session only are gone when they leave.
     *
     * @param kept the person's settings, as they are kept; read at each question
     * @param importer reads recipes out of text
     */
    ChatWiring(
            Entered entered,
            ChatRepository chats,
            Rooms rooms,
            Supplier<Settings> kept,
            Importer importer,
            Clock clock) {
        Supplier<Kitchen> kitchen = () -> {
            Settings settings = kept.get();
            return settings.cooking().kitchen(settings.locale());
        };
        this.keys = new ChatKeys(new SecretShelves(entered, SecretShelf.session()));
        this.models = new ChatModels(
                () -> kept.get().chat(),
                keys,
                new BuiltInHelper(new HelperKitchen(rooms.recipes(), rooms.pantry(), rooms.cook(), kitchen, clock)));
        this.room = new ChatRoom(
                chats,
                models,
                new KitchenTools(new KitchenReads(rooms.recipes(), rooms.pantry(), rooms.cook(), kitchen, clock)),
                clock);
        this.desk = new ProposalDesk(
                chats,
                rooms.recipes(),
                new RecipeDesk(rooms.recipes(), new DraftShelf(entered.drafts(), entered.seal()), clock),
                rooms.pantry(),
                rooms.cook());
        this.making = new RecipeMaking(chats, models, text -> read(importer, text));
    }

    private static Optional<Recipe> read(Importer importer, String text) {
        ImportReport report = importer.read(
                List.of(new ImportSource.Pasted(text, "chat")), _ -> {}, ImportProgress.SILENT, () -> false);
        return report.recipes().stream().findFirst().map(ImportedRecipe::recipe);
    }

    /** The rooms a chat looks into. */
    record Rooms(RecipeBook recipes, Pantry pantry, CookNow cook) {}

    ChatRoom room() {
        return room;
    }

    ProposalDesk desk() {
        return desk;
    }

    ChatModels models() {
        return models;
    }

    ChatKeys keys() {
        return keys;
    }

    /** Makes recipes of answers. */
    RecipeMaking making() {
        return making;
    }

    /** Tries a model step by step. */
    ModelTest test() {
        return new ModelTest(models);
    }

    /** Makes messages of what a crash cut off. */
    void recover() {
        room.recover();
    }

    /** Empties the trash of what has been there too long. */
    void purge() {
        room.purge();
    }

    @Override
    public void close() {
        room.close();
    }
}
