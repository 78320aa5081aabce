package app.larder.chat.view;

import app.larder.fx.Background;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Work done at once; news from other threads waits until the test, which is the screen's thread, turns to it. */
final class QueuedScreen implements Background {

    private final Background direct = Background.direct();
    private final BlockingQueue<Runnable> news = new LinkedBlockingQueue<>();

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        direct.run(work, done, failed);
    }

    @Override
    public void onScreen(Runnable change) {
        news.add(change);
    }

    /** Turns to the news until that holds. */
    void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Runnable next = news.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("it never came");
            }
            next.run();
        }
    }

    @Override
    public void close() {}
}
