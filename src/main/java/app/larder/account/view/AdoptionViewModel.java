package app.larder.account.view;

import app.larder.account.FamilyServers;
import app.larder.account.ServerAddress;
import app.larder.account.ServerSetUp.Adoption;
import app.larder.account.ServerSetUp.RowSecurity;
import app.larder.fx.Background;
import app.larder.fx.Texts;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/** Takes over five tables that another program made: shows what that changes, and does it after two yeses. */
final class AdoptionViewModel {

    private final FamilyServers servers;
    private final Consumer<ServerAddress> adopted;
    private final ReadOnlyObjectWrapper<@Nullable Adoption> found = new ReadOnlyObjectWrapper<>();
    private final Asking asking;
    private @Nullable ServerAddress owner;

    /** Takes tables over; {@code adopted} goes on with the owner's address once that is done. */
    AdoptionViewModel(FamilyServers servers, Background background, Texts texts, Consumer<ServerAddress> adopted) {
        this.servers = servers;
        this.asking = new Asking(background, texts);
        this.adopted = adopted;
    }

    /** What would be changed, or what is in the way; null before that is known. */
    ReadOnlyObjectProperty<@Nullable Adoption> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** What is wrong and what to do, in a sentence; empty if nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return asking.problemProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return asking.busyProperty();
    }

    /** Compares the tables with what Larder needs; changes nothing. */
    void look(ServerAddress address) {
        owner = address;
        asking.run(() -> servers.setUp().look(address), found::set);
    }

    /** Whether nothing is in the way. */
    static boolean possible(Adoption adoption) {
        return adoption.refused().isEmpty() && (adoption.secured() || adoption.round().isEmpty());
    }

    /**
     * Both yeses were given: changes the tables and keeps people's rows apart.
     *
     * @param programs the roles that go on seeing every row
     */
    void adopt(Set<String> programs) {
        ServerAddress address = Objects.requireNonNull(owner);
        boolean apart = !Objects.requireNonNull(found.get()).secured();
        asking.run(
                () -> {
                    servers.setUp().adopt(address, new RowSecurity(apart, programs));
                    return address;
                },
                done -> {
                    forget();
                    adopted.accept(done);
                });
    }

    /** Forgets the address and what was found there. */
    void forget() {
        owner = null;
        asking.say("");
        found.set(null);
    }
}
