package nl.klantstem.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import nl.klantstem.app.RunningPipeline;
import nl.klantstem.app.Stop;
import nl.klantstem.replay.shop.Shop;
import nl.klantstem.replay.shop.ShopDelivery;

/** One demo from its first word to its last: broker, history, pipeline, exporter, shop and table, all put away at the end. */
final class Demo {

    private static final Duration REFRESH = Duration.ofSeconds(2);
    private static final Duration REFRESH_OF_PLAIN_LINES = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);
    /** Nobody reads each minute of a past year ... */
    private static final Duration HISTORY_EVERY = Duration.ofDays(1);
    /** ... but the table begins with the figures of now. */
    private static final Duration AS_LIVE = Duration.ofHours(1);

    private final DemoSettings settings;
    private final Screen screen;
    private final Stop stop;
    private final Instant now = Instant.now();
    private final Latest latest = new Latest();

    Demo(DemoSettings settings, Screen screen, Stop stop) {
        this.settings = settings;
        this.screen = screen;
        this.stop = stop;
    }

    void run() throws InterruptedException {
        screen.say("starting a broker ...");
        try (var ground = Ground.prepare(stop);
                var reader = InsightReader.start(ground.servers(), Ground.TOPICS, latest);
                var metrics = Metrics.start(ground, settings.port());
                var delivery = new ShopDelivery(ground.servers(), Ground.TOPICS)) {
            screen.say(metrics.where() + "   (it fills while the history goes through)");
            var history = History.of(settings, now);
            var past = new Past(ground, screen, stop);
            screen.say("loading " + length() + " of invented history through the pipeline ...");
            try (var pipeline = ground.pipeline(HISTORY_EVERY)) {
                past.load(history, now.minus(AS_LIVE), HISTORY_EVERY, pipeline::failure);
                screen.say(String.format(Locale.ROOT, "  %,d records", past.loaded()));
            }
            stop.check();
            screen.say("opening the shop ...");
            try (var pipeline = ground.pipeline(null)) {
                past.load(history, now, null, pipeline::failure);
                stop.check();
                metrics.tellOf(pipeline);
                live(history.shop(), delivery, pipeline, reader, metrics.where());
            }
        }
    }

    private String length() {
        long days = settings.history().toDays();
        return days < 2 ? settings.history().toHours() + " hours" : days + " days";
    }

    private void live(Shop shop, ShopDelivery delivery, RunningPipeline pipeline, InsightReader reader, String where)
            throws InterruptedException {
        ShopTime time = ShopTime.startingAt(now, settings.speed());
        try (var live = LiveShop.open(shop, time, delivery)) {
            var board = new Board(Ground.CATALOGUE.latest(), where + "   Ctrl-C stops");
            watch(board, time, new Parts(pipeline, reader, live));
        }
    }

    private void watch(Board board, ShopTime time, Parts parts) throws InterruptedException {
        Duration refresh = screen.terminal() ? REFRESH : REFRESH_OF_PLAIN_LINES;
        Duration limit = settings.seconds();
        long end = limit == null ? Long.MAX_VALUE : System.nanoTime() + limit.toNanos();
        long next = System.nanoTime();
        while (!stop.asked() && System.nanoTime() < end) {
            parts.check();
            if (System.nanoTime() - next >= 0) {
                screen.show(board.lines(latest, time.now(), settings.speed()));
                next += refresh.toNanos();
            }
            Thread.sleep(LOOK.toMillis());
        }
    }
}
