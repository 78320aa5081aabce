package app.larder.account;

import java.io.IOException;

/** No seal at all. */
record OpenSeal() implements Seal {

    @Override
    public byte[] seal(byte[] content) {
        return content.clone();
    }

    @Override
    public byte[] open(byte[] stored) throws IOException {
        if (KeySeal.sealed(stored)) {
            throw new IOException("The file is protected by a password.");
        }
        return stored.clone();
    }

    @Override
    public boolean hides() {
        return false;
    }

    @Override
    public void close() {
        // There is no key to forget.
    }
}
