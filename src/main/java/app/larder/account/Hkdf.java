package app.larder.account;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** HKDF with SHA-256 (RFC 5869) and no salt, which is for input that is as good as random already. */
final class Hkdf {

    private Hkdf() {}

    /** So many bytes for one purpose. */
    static byte[] derive(byte[] secret, byte[] info, int length) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HKDF-SHA256.", e);
        }
    }
}
