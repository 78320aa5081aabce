package app.larder.chat.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.NewId;
import app.larder.chat.Answerer;
import app.larder.chat.ChatMessage;
import app.larder.chat.ChatSession;
import app.larder.chat.MessageDetails;
import app.larder.chat.Proposal;
import app.larder.chat.Proposal.Fate;
import app.larder.chat.Proposal.PantryMove;
import app.larder.chat.ProposedRecipe;
import app.larder.fx.Background;
import app.larder.pantry.HouseholdIngredient;
import app.larder.recipes.RecipeQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards without a screen: nothing happens before a click, and every click can be taken back. */
class ProposalsViewModelTest {

    private static final ProposedRecipe SOUP = new ProposedRecipe(
            "Leek soup", "", 4, null, 30, List.of("2 leeks", "1 l stock"), List.of("Simmer all of it."));

    @TempDir
    private Path folder;

    private ChatFixture fixture;
    private ProposalsViewModel proposals;
    private ChatSession session;

    @BeforeEach
    void open() {
        fixture = new ChatFixture(folder).stocked();
        proposals = fixture.proposals(Background.direct(), Locale.ENGLISH);
        session = fixture.conversation("Soup", 1, "Soup?");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private ChatMessage answer(String text, Proposal... cards) {
        return fixture.say(session, ChatFixture.NOW, true, text, MessageDetails.PLAIN.withProposals(List.of(cards)));
    }

    private Fate fate() {
        return fixture.chats.messages(session.id()).getLast().details().proposals().getFirst().fate();
    }

    private int recipes() {
        return fixture.recipes.ids(RecipeQuery.ALL, 0, 10).size();
    }

    private List<String> spinach() {
        return fixture.pantry.all().stream().map(HouseholdIngredient::name).filter("Spinach"::equals).toList();
    }

    @Test
    void aRecipeIsSavedAndThatIsTakenBack() {
        Proposal.OfRecipe card = new Proposal.OfRecipe(NewId.at(ChatFixture.NOW), SOUP, Fate.OPEN, null);
        ChatMessage answer = answer("", card);
        proposals.save(answer, card);
        assertEquals(1, recipes());
        assertEquals(Fate.SAVED, fate());
        assertEquals(List.of("recipes"), fixture.told);
        fixture.notices.undo();
        assertEquals(0, recipes());
        assertEquals(Fate.OPEN, fate());
    }

    @Test
    void anIncompleteRecipeIsNotSavedAndCanBeEdited() {
        ProposedRecipe nameless = new ProposedRecipe("", "", null, null, null, List.of("salt"), List.of());
        Proposal.OfRecipe card = new Proposal.OfRecipe(NewId.at(ChatFixture.NOW), nameless, Fate.OPEN, null);
        ChatMessage answer = answer("", card);
        proposals.save(answer, card);
        assertEquals(0, recipes());
        assertEquals("This card is no whole recipe yet: edit it first.", fixture.notice());
        proposals.edit(answer, card);
        assertEquals("salt", fixture.written.getFirst().ingredients().getFirst().text());
        assertEquals(0, recipes(), "the editor saves, nobody else");
    }

    @Test
    void aCardIsDismissedAndBroughtBack() {
        Proposal.OfRecipe card = new Proposal.OfRecipe(NewId.at(ChatFixture.NOW), SOUP, Fate.OPEN, null);
        ChatMessage answer = answer("", card);
        proposals.dismiss(answer, card);
        assertEquals(Fate.DISMISSED, fate());
        fixture.notices.undo();
        assertEquals(Fate.OPEN, fate());
    }

    @Test
    void thePantryIsChangedAndThatIsTakenBack() {
        Proposal.OfPantry card = new Proposal.OfPantry(
                NewId.at(ChatFixture.NOW),
                List.of(new PantryMove(PantryMove.What.REMOVE, "spinach", ""), new PantryMove(PantryMove.What.USE, "saffron", "1 g")),
                Fate.OPEN);
        proposals.accept(answer("", card), card);
        assertEquals(List.of(), spinach());
        assertEquals("1 changed; 1 could not be: not at home, or in other amounts.", fixture.notice());
        fixture.notices.undo();
        assertEquals(List.of("Spinach"), spinach());
        assertEquals(Fate.OPEN, fate());
    }

    @Test
    void anAnswerThatIsARecipeGetsACardAndAnotherDoesNot() {
        fixture.answerer = new Answerer(fixture.model, MessageDetails.HELPER, "", true, true, ChatFixture.ALL);
        List<String> told = new ArrayList<>();
        proposals.onSettled(() -> told.add("settled"));
        proposals.makeRecipe(answer("""
                # Leek soup

                **Ingredients**

                - 2 leeks
                - 1 l stock
                - 20 g butter

                **Method**

                1. Wash the leeks and cut them.
                2. Simmer all of it for 20 minutes.
                """));
        assertEquals(List.of("settled"), told);
        Proposal card = fixture.chats.messages(session.id()).getLast().details().proposals().getFirst();
        assertTrue(card instanceof Proposal.OfRecipe made && made.recipe().ingredients().size() == 3, card.toString());
        proposals.makeRecipe(answer("Good morning to you."));
        assertEquals(List.of("settled"), told);
        assertEquals(0, recipes());
    }
}
