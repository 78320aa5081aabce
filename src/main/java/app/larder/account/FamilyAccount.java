package app.larder.account;

import app.larder.account.MembershipFile.Kept;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The account of whoever was let in at the family's own database. Secrets are kept where the person chose; what this
 * computer holds of recipes stays whatever happens here. Blocks while the server is asked. Passwords handed in are not
 * cleared here.
 */
public final class FamilyAccount {

    private static final String ADDRESS = "address";
    private static final String SIGN_IN = "sign-in";

    /** All that is kept on a {@link SecretShelf}. */
    static final List<String> SECRETS = List.of(ADDRESS, SIGN_IN);

    private final MembershipFile file;
    private final FamilyServers servers;
    private final SecretShelves shelves;
    private final Clock clock;

    /** The account of that person. */
    public FamilyAccount(Entered entered, FamilyServers servers, SecretShelves shelves, Clock clock) {
        this.file = new MembershipFile(entered);
        this.servers = servers;
        this.shelves = shelves;
        this.clock = clock;
    }

    /**
     * Changes the account with the key of the person let in anew, because that of this one may be forgotten by then.
     *
     * @param again closed if the change fails
     * @return who was let in anew
     */
    public Entered with(Entered again, Consumer<FamilyAccount> change) {
        try {
            change.accept(new FamilyAccount(again, servers, shelves.with(again), clock));
            return again;
        } catch (RuntimeException e) {
            again.close();
            throw e;
        }
    }

    /** What came of a sign-in. */
    public enum Outcome {
        /** The server let them in. */
        SIGNED_IN,
        /** As that, and the account is a web backend's, whose kind of password hash is kept. */
        SIGNED_IN_BACKEND,
        /** The server can't be reached, but this is the password it took last. */
        OFFLINE,
        /** Too many wrong ones: for some minutes the server takes none, the right one neither. */
        WAITING,
        /** Wrong or revoked. */
        REFUSED
    }

    /**
     * How the database is worked on without the copy here.
     *
     * @param address with this computer's login
     * @param signIn whose rows are shown
     */
    public record Direct(ServerAddress address, SignIn signIn) {}

    /** The ways to servers, to try an address or set one up. */
    public FamilyServers servers() {
        return servers;
    }

    /** The account; empty if the person is not connected. */
    public Optional<Membership> membership() {
        return file.load().map(Kept::membership);
    }

    /** The places where secrets can be kept, the best first. */
    public List<SecretShelf.Place> places() {
        return shelves.places();
    }

    /** Whether the server's token is here and not yet expired; whether it is still good only the server knows. */
    public boolean isSignedIn() {
        return direct().isPresent();
    }

    /** What is needed to work on the database directly; empty if the person is not connected or not signed in. */
    public Optional<Direct> direct() {
        return membership().flatMap(membership -> {
            Optional<ServerAddress> address = address(membership);
            Optional<SignIn> signIn = shelves.find(membership.secrets(), SIGN_IN)
                    .flatMap(SignIn::read)
                    .filter(token -> token.expires().isAfter(clock.instant()));
            return address.isPresent() && signIn.isPresent()
                    ? Optional.of(new Direct(address.get(), signIn.get()))
                    : Optional.empty();
        });
    }

    /** The address with this computer's login; empty if it was kept for one session only, or the keychain is shut. */
    public Optional<ServerAddress> address() {
        return membership().flatMap(this::address);
    }

    private Optional<ServerAddress> address(Membership membership) {
        return shelves.find(membership.secrets(), ADDRESS)
                .map(url -> new ServerAddress(url, membership.rootCertificate()));
    }

    /**
     * Connects with an account there is.
     *
     * @param verified whether the server's certificate was checked, or the server is this computer
     * @throws RuntimeException with a sentence for people, if the server or the place for secrets can't be used
     */
    public Outcome connect(
            ServerAddress address, boolean verified, String username, char[] password, SecretShelf.Place secrets) {
        try (AccountServer server = servers.accounts(address)) {
            PasswordScheme scheme = server.schemeOf(username.strip());
            RawPassword.check(scheme, verified, knownAs(address, username.strip()));
            Optional<SignIn> signIn =
                    Passwords.proving(password, scheme, proof -> server.signIn(username.strip(), proof));
            if (signIn.isEmpty()) {
                return server.mustWait(username.strip()) ? Outcome.WAITING : Outcome.REFUSED;
            }
            keep(address, verified, signIn.get(), scheme, password, secrets);
            return scheme instanceof PasswordScheme.Bcrypt ? Outcome.SIGNED_IN_BACKEND : Outcome.SIGNED_IN;
        }
    }

    /**
     * Makes an account with an invitation and connects with it.
     *
     * @throws AccountRefusedException if the invitation or the name can't be used
     */
    public void signUp(
            ServerAddress address,
            boolean verified,
            String invitation,
            String username,
            char[] password,
            SecretShelf.Place secrets) {
        PasswordScheme.Argon2id scheme = Passwords.freshScheme();
        try (AccountServer server = servers.accounts(address)) {
            SignIn in = Passwords.proving(
                    password, scheme, proof -> server.signUp(invitation.strip(), username.strip(), scheme, proof));
            keep(address, verified, in, scheme, password, secrets);
        }
    }

    private Optional<Membership> knownAs(ServerAddress address, String username) {
        return membership()
                .filter(known -> known.username().equalsIgnoreCase(username))
                .filter(known -> known.server().equals(servers.shown(address)));
    }

    private void keep(
            ServerAddress address,
            boolean verified,
            SignIn in,
            PasswordScheme scheme,
            char[] password,
            SecretShelf.Place secrets) {
        shelves.keep(secrets, ADDRESS, address.url());
        shelves.keep(secrets, SIGN_IN, in.written());
        Membership.Work work = membership().map(Membership::work).orElse(Membership.Work.HERE);
        file.save(new Kept(
                new Membership(
                                servers.shown(address), address.rootCertificate(), verified, in.userId(),
                                in.username(), work, secrets, false, false)
                        .taken(scheme),
                Verifier.of(password)));
    }

    /**
     * Signs in once more to the database this computer is connected to. What the server says replaces what was known
     * here; while it can't be reached, that decides.
     *
     * @throws ServerProblemException if the server can be reached, but not used
     */
    public Outcome signIn(char[] password) {
        Kept kept = file.load().orElseThrow(() -> new IllegalStateException("This person is not connected."));
        Membership membership = kept.membership();
        ServerAddress address = address(membership)
                .orElseThrow(() -> new IllegalStateException("The address was kept for one session only."));
        try {
            Outcome outcome =
                    connect(address, membership.verified(), membership.username(), password, membership.secrets());
            if (outcome == Outcome.REFUSED && kept.verifier().matches(password)) {
                file.save(new Kept(membership.stale(true), kept.verifier()));
            }
            return outcome;
        } catch (ServerProblemException e) {
            if (!e.problem().passing()) {
                throw e;
            }
            return !membership.stale() && kept.verifier().matches(password) ? Outcome.OFFLINE : Outcome.REFUSED;
        }
    }

    /** Changes the password at the server. Returns whether the old one was right. */
    public boolean changePassword(char[] old, char[] fresh) {
        Direct direct = direct().orElseThrow(() -> new IllegalStateException("This person is not signed in."));
        Membership membership = membership().orElseThrow();
        try (AccountServer server = servers.accounts(direct.address())) {
            PasswordScheme scheme = server.schemeOf(membership.username());
            RawPassword.check(scheme, membership.verified(), Optional.of(membership));
            PasswordScheme next = scheme instanceof PasswordScheme.Bcrypt ? scheme : Passwords.freshScheme();
            boolean right = Passwords.proving(old, scheme, before -> Passwords.proving(
                    fresh, next, after -> server.changePassword(direct.signIn(), before, next, after)));
            if (right) {
                file.save(new Kept(membership.taken(next), Verifier.of(fresh)));
            }
            return right;
        }
    }

    /** The computers that were let into the database. */
    public List<Computer> computers() {
        return asSignedIn((server, signIn) -> server.computers(signIn));
    }

    /** Lets a computer in no more. */
    public void revoke(Computer computer) {
        asSignedIn((server, signIn) -> {
            server.revoke(signIn, computer);
            return true;
        });
    }

    private interface SignedInWork<T> {
        T with(AccountServer server, SignIn signIn);
    }

    private <T> T asSignedIn(SignedInWork<T> work) {
        Direct direct = direct().orElseThrow(() -> new IllegalStateException("This person is not signed in."));
        try (AccountServer server = servers.accounts(direct.address())) {
            return work.with(server, direct.signIn());
        }
    }

    /** Where the person works from the next opening on. */
    public void work(Membership.Work work) {
        change(membership -> membership.with(work));
    }

    /** Keeps the secrets elsewhere. */
    public void keepSecrets(SecretShelf.Place place) {
        membership().ifPresent(membership -> {
            for (String name : SECRETS) {
                shelves.find(membership.secrets(), name).ifPresent(secret -> shelves.keep(place, name, secret));
            }
        });
        change(membership -> membership.with(place));
    }

    private void change(Function<Membership, Membership> how) {
        file.load().ifPresent(kept -> file.save(new Kept(how.apply(kept.membership()), kept.verifier())));
    }

    /** Makes the token worthless at the server, if that can be reached, and forgets it here. */
    public void signOut() {
        endSignIn();
        forget(SIGN_IN);
    }

    private void endSignIn() {
        try {
            if (direct().isPresent()) {
                asSignedIn((server, signIn) -> {
                    server.signOut(signIn);
                    return true;
                });
            }
        } catch (ServerProblemException unreachable) {
            System.getLogger(FamilyAccount.class.getName())
                    .log(System.Logger.Level.INFO, "the server keeps a forgotten token until it expires");
        }
    }

    /** Forgets the database: this computer's copy of recipes and pantry stays. */
    public void disconnect() {
        endSignIn();
        try {
            forget(SIGN_IN, ADDRESS);
        } finally {
            file.delete();
        }
    }

    private void forget(String... names) {
        shelves.forget(membership().map(Membership::secrets).orElse(SecretShelf.Place.FILE), names);
    }
}
