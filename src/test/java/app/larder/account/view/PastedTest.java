package app.larder.account.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** What people paste to connect is understood, whatever stands around it. */
class PastedTest {

    private static final String ADDRESS = "postgresql://larder_attic:pa%24s@db.example.org:5432/postgres?sslmode=require";

    @Test
    void anAddressAloneIsTheAddress() {
        assertEquals(new Pasted(ADDRESS, ""), Pasted.of("  " + ADDRESS + "\n"));
    }

    @Test
    void anInvitationGivesAddressAndCodeInEitherOrder() {
        Pasted both = new Pasted(ADDRESS, "7KQ2M-WXYZ4-9ABCD-EFGH2");
        assertEquals(both, Pasted.of("Address: " + ADDRESS + "\nCode: 7KQ2M-WXYZ4-9ABCD-EFGH2 (14 days)"));
        assertEquals(both, Pasted.of("7KQ2M-WXYZ4-9ABCD-EFGH2\n" + ADDRESS));
    }

    @Test
    void whatIsNoAddressIsLeftToTheTrialToExplain() {
        assertEquals(new Pasted("db.example.org", ""), Pasted.of("db.example.org "));
    }

    @Test
    void itIsNeverPrinted() {
        assertFalse(Pasted.of(ADDRESS).toString().contains("attic"));
    }
}
