package nl.klantstem.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.klantstem.app.Stop;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.replay.Collector;
import nl.klantstem.replay.ImportedRecord;
import nl.klantstem.replay.Merger;
import nl.klantstem.replay.ProgressWatch;
import nl.klantstem.replay.shop.ShopRecord;
import nl.klantstem.replay.story.LostInMail;
import org.jspecify.annotations.Nullable;

/** Plays the year in which the journey of lost parcels was mended, and ends with what the published insights say of it. */
final class Story {

    static final String LOST_IN_MAIL = "lost-in-mail";

    static final List<String> NAMES = List.of(LOST_IN_MAIL);

    private static final String COMPARED = "P90D";
    private static final Duration EVERY = Duration.ofDays(1);
    /** Months are seen to pass: not a year at once. */
    private static final Merger.Limits PACE = new Merger.Limits(100_000, Duration.ofDays(20), Duration.ofMinutes(2));

    private static final Duration TO_THE_END = Duration.ofMinutes(2);
    /** The last windows are told when recorded time is this much past their end. */
    private static final Duration LET_THROUGH = Duration.ofMinutes(6);

    private final int port;
    private final Screen screen;
    private final Stop stop;
    private final CatalogueVersion catalogue = Ground.CATALOGUE.latest();
    private final StoryFinals finals = new StoryFinals();
    private final StoryMonths months = new StoryMonths(finals, LOST_IN_MAIL, LostInMail.BEGINS, catalogue.zone());
    private Instant told = Instant.EPOCH;

    Story(int port, Screen screen, Stop stop) {
        this.port = port;
        this.screen = screen;
        this.stop = stop;
    }

    void run() throws InterruptedException {
        screen.say("starting a broker ...");
        try (var ground = Ground.prepare(stop);
                var metrics = Metrics.start(ground, port)) {
            intro().forEach(screen::say);
            screen.say(metrics.where() + "   Ctrl-C stops");
            screen.say("");
            StoryMonths.head().forEach(screen::say);
            play(ground);
        }
        screen.say("");
        page().forEach(screen::say);
        screen.say("");
    }

    private static List<String> intro() {
        return List.of(
                "",
                "Lost in mail: an invented year of a web shop, from 1 November 2013 to 1 November 2014.",
                "Who missed a parcel often had to wait four days and then make contact again, and agents could not",
                "order for the customer. From 15 May 2014 they can; they look for the parcel with customer and",
                "carrier, let nobody wait, and do what a birthday or Sinterklaas asks for.",
                "");
    }

    private void play(Ground ground) throws InterruptedException {
        try (var pipeline = ground.pipeline(EVERY);
                var collector = Collector.start(ground.connection(), Ground.TOPICS, List.of(finals));
                var progress = new ProgressWatch(ground.connection(), Ground.TOPICS);
                var merger = new Merger(
                        ground.connection(),
                        Ground.TOPICS,
                        PACE,
                        progress,
                        () -> whyStopped(pipeline.failure(), collector.failure()))) {
            var end = LostInMail.AFTER.plus(LET_THROUGH);
            merger.run(
                    told(),
                    new Merger.Finish(end.plus(Duration.ofMinutes(1)), end.minus(Duration.ofMinutes(1))),
                    (records, reached) -> passed(collector, records, reached));
            collector.finish(TO_THE_END);
            while (months.isOver(LostInMail.AFTER)) {
                screen.say(months.next());
            }
        }
    }

    /** A month is told when more than its own finals are out: then these have reached whoever reads them. */
    private void passed(Collector collector, long records, Instant reached) {
        screen.progress(String.format(Locale.ROOT, "  %.10s, %,d records", reached, records));
        if (!reached.isAfter(told)) {
            return;
        }
        if (months.isOver(told)) {
            catchUp(collector);
            while (months.isOver(told)) {
                screen.say(months.next());
            }
        }
        told = reached;
    }

    /** The year with the measures that were registered in it. */
    private static List<ImportedRecord> told() {
        return Stream.concat(LostInMail.measures().stream(), LostInMail.records().stream())
                .sorted(Comparator.comparingLong(ShopRecord::recordedAt)
                        .thenComparing(told -> told.topic().rank()))
                .map(Story::recorded)
                .toList();
    }

    private static ImportedRecord recorded(ShopRecord told) {
        return new ImportedRecord(told.topic(), told.key(), told.value(), told.recordedAt(), LOST_IN_MAIL, null);
    }

    private @Nullable Throwable whyStopped(@Nullable Throwable pipeline, @Nullable Throwable collector) {
        return stop.asked() ? stop.reason() : pipeline != null ? pipeline : collector;
    }

    private static void catchUp(Collector collector) {
        try {
            collector.catchUp(TO_THE_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the insights", e);
        }
    }

    private List<String> page() {
        Journey journey = catalogue.journeys().stream()
                .filter(each -> each.id().equals(LOST_IN_MAIL))
                .findFirst()
                .orElseThrow();
        return new StoryPage(
                        journey,
                        catalogue.zone(),
                        new Period(finals, LOST_IN_MAIL, COMPARED, LostInMail.BEFORE),
                        new Period(finals, LOST_IN_MAIL, COMPARED, LostInMail.AFTER),
                        finals.effects())
                .lines();
    }
}
