package app.larder.account;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a family's database is and who asks, as a person pastes it.
 *
 * @param url the address with user name and password, like {@code postgresql://user:password@host:5432/postgres}
 * @param rootCertificate a file with the certificate that signs the server's, as Supabase offers it in its database
 *     settings; null to trust what Java trusts or what the address names itself
 */
public record ServerAddress(String url, @Nullable Path rootCertificate) {

    /** Nothing of the address, because it holds a password. */
    @Override
    public String toString() {
        return "ServerAddress[hidden]";
    }
}
