package app.larder.account;

import app.larder.words.FileFailure;
import java.util.List;

/**
 * What a person has in the keychain, when they get a password or lose it. The keychain is asked only if they chose it,
 * because some ask their owner something.
 *
 * @param entered the person, with the key that seals or sealed it
 */
record KeychainSecrets(Entered entered, SecretShelf keychain) {

    /** Seals it at once; a keychain that is shut now is sealed when its secrets are next looked for. */
    void seal() {
        try {
            names().forEach(name -> new SealedShelf(keychain, entered.seal()).find(name));
        } catch (FileFailure e) {
            System.getLogger(KeychainSecrets.class.getName())
                    .log(System.Logger.Level.INFO, "the keychain is shut: sealed when it is next opened");
        }
    }

    /**
     * Keeps it as it is; {@link #seal} takes that back.
     *
     * @throws FileFailure with a sentence for people, if the keychain is shut
     */
    void unseal() {
        for (String name : names()) {
            new SealedShelf(keychain, entered.seal())
                    .find(name)
                    .ifPresent(secret -> new SealedShelf(keychain, Seal.NONE).keep(name, secret));
        }
    }

    private List<String> names() {
        return new MembershipFile(entered)
                .load()
                .filter(kept -> kept.membership().secrets() == SecretShelf.Place.KEYCHAIN)
                .map(_ -> FamilyAccount.SECRETS)
                .orElse(List.of());
    }
}
