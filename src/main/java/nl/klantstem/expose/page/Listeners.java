package nl.klantstem.expose.page;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All browsers that listen, told once a second what changed by one thread that waits for none of them. */
final class Listeners implements AutoCloseable {

    /** As many as may listen at once; a connection more is told to come back later. */
    static final int MOST = 600;

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private static final long EVERY_MILLIS = 1_000;

    private final Now now;
    private final Map<Language, Feed> feeds = new EnumMap<>(Language.class);
    private final Map<Language, Set<Listener>> listening = new EnumMap<>(Language.class);
    private final AtomicInteger count = new AtomicInteger();
    private final ScheduledExecutorService ticks;

    Listeners(Now now, String run) {
        this.now = now;
        for (var language : Language.values()) {
            feeds.put(language, new Feed(language, run));
            listening.put(language, ConcurrentHashMap.newKeySet());
        }
        ticks = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "live-page");
            thread.setDaemon(true);
            return thread;
        });
        var unused = ticks.scheduleAtFixedRate(this::tell, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    Feed feed(Language language) {
        return Objects.requireNonNull(feeds.get(language));
    }

    /** Lets one more listen from an event on; false when there are too many. */
    boolean let(Language language, long has, Response response, Callback callback) {
        if (count.incrementAndGet() > MOST) {
            count.decrementAndGet();
            return false;
        }
        var all = Objects.requireNonNull(listening.get(language));
        var listener = new Listener(feed(language), has, response, callback, gone -> {
            all.remove(gone);
            count.decrementAndGet();
        });
        all.add(listener);
        listener.greet();
        return true;
    }

    /** How many listen. */
    int count() {
        return count.get();
    }

    private void tell() {
        try {
            listening.forEach((language, all) -> {
                if (!all.isEmpty()) {
                    feed(language).show(now.look());
                    all.forEach(Listener::look);
                }
            });
        } catch (RuntimeException e) {
            // An exception would end the ticks without a word; the next board may be a better one.
            LOG.error("live page could not be told", e);
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        listening.values().forEach(all -> all.forEach(Listener::end));
    }
}
