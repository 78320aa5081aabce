package app.larder;

import app.larder.account.FamilyAccount;
import app.larder.store.DatabaseUrl;
import app.larder.store.RemotePhotos;
import app.larder.sync.PhotoCarrier;
import app.larder.sync.PhotoLuggage;
import app.larder.sync.PhotoServer;
import app.larder.sync.ServerTroubleException;
import app.larder.sync.Step;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries photos beside the exchange of rows, on a line and a thread of their own, one run at a time. */
final class FamilyPhotos implements PhotoServer, AutoCloseable {

    private final Supplier<FamilyAccount.Direct> account;
    private final PhotoCarrier carrier;
    private @Nullable RemotePhotos line;
    private @Nullable Thread carrying;
    private boolean waiting = true;
    private boolean closed;

    /**
     * Nothing is carried before the first exchange.
     *
     * @param account where the server is, or throws
     * @param sent told when a photo has reached the server, so that its row can follow
     */
    FamilyPhotos(PhotoLuggage luggage, Supplier<FamilyAccount.Direct> account, Runnable sent) {
        this.account = account;
        this.carrier = new PhotoCarrier(luggage, this, toServer -> {
            if (toServer) {
                sent.run();
            }
        });
    }

    /** Rows were exchanged: there may be photos to carry now. */
    synchronized void exchanged(Step step) {
        waiting |= step.received() > 0 || step.waiting() > 0;
        boolean under = carrying != null && carrying.isAlive();
        if (waiting && !under && !closed && step.kind() == Step.Kind.DONE) {
            waiting = false;
            carrying = Thread.ofVirtual().name("larder-photos").start(this::carry);
        }
    }

    private void carry() {
        try {
            carrier.carry();
        } catch (ServerTroubleException e) {
            // The rows' next exchange says what is wrong; then this is tried again.
            synchronized (this) {
                waiting = true;
            }
        } catch (RuntimeException e) {
            System.getLogger(FamilyPhotos.class.getName())
                    .log(System.Logger.Level.WARNING, "photos were not carried to their end", e);
        }
    }

    private synchronized RemotePhotos line() {
        if (closed) {
            String why = "The larder is being closed.";
            throw new ServerTroubleException(ServerTroubleException.Kind.AGAIN, why, new IllegalStateException(why));
        }
        if (line == null) {
            FamilyAccount.Direct direct = account.get();
            line = RemotePhotos.open(DatabaseUrl.parse(direct.address()), direct.signIn()::token);
        }
        return line;
    }

    @Override
    public Set<String> missing() {
        return line().missing();
    }

    @Override
    public void put(String sha256, byte[] bytes) {
        line().put(sha256, bytes);
    }

    @Override
    public Optional<byte[]> get(String sha256) {
        return line().get(sha256);
    }

    /** The server refused whoever asked: the next run connects anew. */
    synchronized void hangUp() {
        if (line != null) {
            line.close();
            line = null;
        }
    }

    /** Cuts off what is carried and waits for its end: the file may not be closed while a photo is put beside it. */
    @Override
    public void close() {
        Thread last;
        synchronized (this) {
            closed = true;
            carrier.close();
            hangUp();
            last = carrying;
        }
        boolean interrupted = false;
        while (last != null && last.isAlive()) {
            try {
                last.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
