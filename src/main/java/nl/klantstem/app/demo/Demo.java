package nl.klantstem.app.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.app.PipelineSettings;
import nl.klantstem.app.RunningPipeline;
import nl.klantstem.app.Stop;
import nl.klantstem.app.WorkFolder;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.replay.EmbeddedBroker;
import nl.klantstem.replay.shop.Shop;
import nl.klantstem.replay.shop.ShopDelivery;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** One demo from its first word to its last: broker, history, pipeline, exporter, shop and table, all put away at the end. */
final class Demo {

    private static final int PARTITIONS = 2;
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
    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private final Catalogue catalogue = CatalogueFile.starter();
    private final Latest latest = new Latest();

    Demo(DemoSettings settings, Screen screen, Stop stop) {
        this.settings = settings;
        this.screen = screen;
        this.stop = stop;
    }

    void run() throws InterruptedException {
        screen.say("starting a broker ...");
        try (var folder = WorkFolder.create("demo");
                var broker = EmbeddedBroker.start(folder.resolve("broker"), Map.of())) {
            stop.check();
            String servers = broker.bootstrapServers();
            Path key = Pseudonyms.create(folder.resolve("pseudonym.key"));
            createTopics(servers);
            stop.check();
            try (var reader = InsightReader.start(servers, topics, latest);
                    var delivery = new ShopDelivery(servers, topics)) {
                var history = History.of(settings, now);
                var past = new Past(servers, topics, screen, stop);
                screen.say("loading " + length() + " of invented history through the pipeline ...");
                try (var pipeline = pipeline(servers, key, HISTORY_EVERY)) {
                    past.load(history, now.minus(AS_LIVE), HISTORY_EVERY, pipeline::failure);
                    screen.say(String.format(Locale.ROOT, "  %,d records", past.loaded()));
                }
                stop.check();
                screen.say("opening the shop ...");
                try (var pipeline = pipeline(servers, key, null)) {
                    past.load(history, now, null, pipeline::failure);
                    stop.check();
                    live(servers, history.shop(), delivery, pipeline, reader);
                }
            }
        }
    }

    private void createTopics(String servers) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            TopicPlan.history(topics, PARTITIONS).apply(admin);
        }
    }

    private String length() {
        long days = settings.history().toDays();
        return days < 2 ? settings.history().toHours() + " hours" : days + " days";
    }

    private void live(String servers, Shop shop, ShopDelivery delivery, RunningPipeline pipeline, InsightReader reader)
            throws InterruptedException {
        try (var metrics = Metrics.start(servers, topics, settings.port(), catalogue)) {
            ShopTime time = ShopTime.startingAt(now, settings.speed());
            try (var live = LiveShop.open(shop, time, delivery)) {
                var board = new Board(catalogue.latest(), metrics.where() + "   Ctrl-C stops");
                watch(board, time, new Parts(pipeline, reader, live));
            }
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

    private RunningPipeline pipeline(String servers, Path key, @Nullable Duration every) {
        return RunningPipeline.start(
                PipelineSettings.embedded(servers, topics.prefix(), key.resolveSibling("state"), key, every),
                catalogue);
    }
}
