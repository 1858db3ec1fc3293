package nl.klantstem.app.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C and its like: asks the demo to stop and keeps the process alive until everything is put away. */
final class StopSign implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "demo-stop");

    static StopSign listening() {
        var sign = new StopSign();
        Runtime.getRuntime().addShutdownHook(sign.hook);
        return sign;
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits that long, or shorter when asked to stop; true when asked. */
    boolean await(Duration atMost) throws InterruptedException {
        return asked.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Everything is put away. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // the hook is at work, and free to go now
            return;
        }
    }

    private void stopAndWait() {
        asked.countDown();
        try {
            if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("the demo did not stop in " + PATIENCE.toSeconds() + " s; it is left as it is");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
