package app.larder.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A key that is forgotten while others use it is whole or refused, never half zeros. */
class ForgottenKeyTest {

    private static final int ROUNDS = 3_000;

    @Test
    void nothingIsSealedWithAKeyOfZeros() throws Exception {
        byte[] text = {1, 2, 3};
        byte[] bytes = FileKey.random().bytes();
        KeySeal right = new KeySeal(bytes.clone());
        List<byte[]> sealed = new ArrayList<>();
        try (ExecutorService closer = Executors.newSingleThreadExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                KeySeal seal = new KeySeal(bytes.clone());
                CyclicBarrier together = new CyclicBarrier(2);
                Future<?> closing = closer.submit(() -> {
                    together.await();
                    seal.close();
                    return true;
                });
                together.await();
                try {
                    while (true) {
                        sealed.add(seal.seal(text));
                    }
                } catch (IllegalStateException forgotten) {
                    closing.get();
                }
            }
        }
        assertFalse(sealed.isEmpty());
        for (byte[] one : sealed) {
            assertArrayEquals(text, right.open(one));
        }
    }

    @Test
    void aCopyIsTheWholeKeyOrNone() throws Exception {
        byte[] bytes = FileKey.random().bytes();
        char[] digits = new FileKey(bytes.clone()).digits();
        try (ExecutorService closer = Executors.newSingleThreadExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                FileKey key = new FileKey(bytes.clone());
                CyclicBarrier together = new CyclicBarrier(2);
                Future<?> closing = closer.submit(() -> {
                    together.await();
                    key.close();
                    return true;
                });
                together.await();
                try {
                    while (true) {
                        assertArrayEquals(bytes, key.bytes());
                        assertArrayEquals(digits, key.digits());
                    }
                } catch (IllegalStateException forgotten) {
                    closing.get();
                }
            }
        }
    }
}
