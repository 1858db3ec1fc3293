package nl.klantstem.expose.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A browser that listens. At most one event is on its way to it, written without waiting; while it is, all further ones are
 * skipped, and the next is made of the latest.
 */
final class Listener implements Callback {

    /** A comment at least this often keeps proxies from closing a silent connection, and shows who is gone. */
    private static final long SILENCE_NANOS = Duration.ofSeconds(15).toNanos();

    private static final byte[] STILL_HERE = ": still here\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HELLO = "retry: 3000\n\n".getBytes(StandardCharsets.UTF_8);

    private final Feed feed;
    private final Response response;
    private final Callback callback;
    private final Consumer<Listener> gone;
    private long has;
    private long wroteAt = System.nanoTime();
    /** From the start: nothing may be sent before the greeting. */
    private boolean writing = true;

    private boolean over;

    Listener(Feed feed, long has, Response response, Callback callback, Consumer<Listener> gone) {
        this.feed = feed;
        this.has = has;
        this.response = response;
        this.callback = callback;
        this.gone = gone;
    }

    /** Opens the stream. */
    void greet() {
        send(HELLO);
    }

    /** Sends what it lacks, unless something is still on its way. */
    void look() {
        byte @Nullable [] bytes = next();
        if (bytes != null) {
            send(bytes);
        }
    }

    /** Ends the stream, as far as it can still be ended in order. */
    void end() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            if (!writing) {
                response.write(true, ByteBuffer.allocate(0), callback);
                return;
            }
        }
        callback.failed(new IllegalStateException("the server stops"));
    }

    private synchronized byte @Nullable [] next() {
        if (writing || over) {
            return null;
        }
        Feed.@Nullable Event event = feed.since(has);
        if (event == null) {
            return System.nanoTime() - wroteAt >= SILENCE_NANOS ? mark(STILL_HERE) : null;
        }
        has = event.number();
        return mark(event.bytes());
    }

    private byte[] mark(byte[] bytes) {
        writing = true;
        wroteAt = System.nanoTime();
        return bytes;
    }

    /** The bytes are those of all; only where this one is in them is its own. */
    private void send(byte[] bytes) {
        response.write(false, ByteBuffer.wrap(bytes).asReadOnlyBuffer(), this);
    }

    @Override
    public synchronized void succeeded() {
        writing = false;
    }

    @Override
    public void failed(Throwable why) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        gone.accept(this);
        callback.failed(why);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
