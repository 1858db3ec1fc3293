package nl.klantstem.app;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ctrl-C as a request: the work stops at its next look, cleans up behind itself, and only then the process ends. */
public final class Stop implements AutoCloseable {

    private static final int CLEAN_UP_SECONDS = 30;

    private final Runnable said;
    private final CountDownLatch cleanedUp = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ask, "stop");
    private volatile boolean asked;

    public Stop() {
        this(() -> {});
    }

    /**
     * @param said tells at once that the wish was heard; what it takes to stop comes after
     */
    public Stop(Runnable said) {
        this.said = said;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** As Ctrl-C does, without the end of the process. */
    public void now() {
        asked = true;
    }

    public boolean asked() {
        return asked;
    }

    /** Throws CancellationException once the process was asked to stop. */
    public void check() {
        if (asked) {
            throw new CancellationException("stopped");
        }
    }

    /** The reason to stop that others may ask for; null as long as there is none. */
    public @Nullable Throwable reason() {
        return asked ? new CancellationException("stopped") : null;
    }

    /** Everything is cleaned up: the process may end. */
    @Override
    public void close() {
        cleanedUp.countDown();
        if (!asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException endingAlready) {
                // the hook runs and finds that all is done
            }
        }
    }

    private void ask() {
        asked = true;
        if (cleanedUp.getCount() > 0) {
            said.run();
        }
        try {
            if (!cleanedUp.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("gave up cleaning up after " + CLEAN_UP_SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
