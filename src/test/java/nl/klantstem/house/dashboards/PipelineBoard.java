package nl.klantstem.house.dashboards;

import static nl.klantstem.house.dashboards.Board.Row.row;
import static nl.klantstem.house.dashboards.Formula.share;
import static nl.klantstem.house.dashboards.Formula.sum;
import static nl.klantstem.house.dashboards.Formula.sumBy;
import static nl.klantstem.house.dashboards.Query.now;
import static nl.klantstem.house.dashboards.Query.range;
import static nl.klantstem.house.dashboards.Words.same;
import static nl.klantstem.house.dashboards.Words.words;

import java.util.List;
import java.util.Set;
import nl.klantstem.expose.OperationsMetric;

/** Whether it runs, whether it is right, and what holds it back. */
final class PipelineBoard {

    private static final String HOUR = "1h";

    private PipelineBoard() {}

    static Board board() {
        return new Board(
                "pipeline",
                words("Pipeline health", "Gezondheid van de pijplijn"),
                words(
                        "Whether it runs, whether it is right, and what holds it back.",
                        "Of het draait, of het klopt, en wat het tegenhoudt."),
                "now-6h",
                "30s",
                Set.of(),
                List.of(
                        row(DaySteeringTiles.dataAge(), ready(), residual(), rejectedShare(), overtaken(), versions()),
                        row(received(), watermarks()),
                        row(rejected(), fates()),
                        row(words("Exporter", "Exporter"), lag(), keys(), lastRecords()),
                        row(
                                words("Pipeline instances", "Instanties van de pijplijn"),
                                threads(),
                                memory(),
                                consumerLag())));
    }

    private static Panel ready() {
        return Panel.numbers(
                words("Exporters ready", "Exporters klaar"),
                words(
                        "Exporters that have read all insights that were there when they started, of those that are scraped.",
                        "Exporters die alle inzichten hebben gelezen die er waren toen ze startten, van de gevraagde."),
                Unit.COUNT,
                now("sum(%s)".formatted(OperationsMetric.EXPORTER_READY.fullName()), words("ready", "klaar")),
                now("count(%s)".formatted(OperationsMetric.EXPORTER_READY.fullName()), words("all", "alle")));
    }

    private static Panel residual() {
        String residual = "sum(%s) - sum(%s) - sum(%s) - sum(%s) - sum(%s) - sum(%s)"
                .formatted(
                        Series.of(OperationsMetric.RECORDS_RECEIVED),
                        Series.of(OperationsMetric.RECORDS_ACCEPTED),
                        Series.of(OperationsMetric.RECORDS_DUPLICATE),
                        Series.of(OperationsMetric.RECORDS_TEST),
                        Series.of(OperationsMetric.RECORDS_REJECTED),
                        Series.of(OperationsMetric.RECORDS_REKEYING));
        return Panel.numbers(
                        words("Records unaccounted for", "Records zonder verantwoording"),
                        words(
                                "Read - accepted - duplicates - test - refused - on their way to their right key. Anything but 0 for"
                                        + " more than a minute is a bug.",
                                "Gelezen - geaccepteerd - dubbel - test - geweigerd - onderweg naar de juiste sleutel. Alles behalve 0"
                                        + " langer dan een minuut is een fout."),
                        Unit.COUNT,
                        now(residual, words("records", "records")))
                .from(0, Colour.BLUE)
                .from(1, Colour.VERMILION);
    }

    private static Panel rejectedShare() {
        return Panel.numbers(
                        words("Refused, last hour", "Geweigerd, laatste uur"),
                        words(
                                "Records refused / records read in the last hour. From 2% on an alert is raised.",
                                "Geweigerde records / gelezen records in het laatste uur. Vanaf 2% komt er een alarm."),
                        Unit.SHARE,
                        now(
                                share(
                                        sum(Series.growth(OperationsMetric.RECORDS_REJECTED, HOUR)),
                                        sum(Series.growth(OperationsMetric.RECORDS_RECEIVED, HOUR))),
                                words("refused", "geweigerd")))
                .from(0, Colour.BLUE)
                .from(0.02, Colour.VERMILION);
    }

    private static Panel overtaken() {
        return Panel.numbers(
                        words("Behind the watermark", "Achter het watermerk"),
                        words(
                                "Changes that came behind the watermark. While this is 0, a replay gives the same final numbers.",
                                "Wijzigingen die achter het watermerk kwamen. Zolang dit 0 is, geeft opnieuw afspelen dezelfde"
                                        + " definitieve getallen."),
                        Unit.COUNT,
                        now(
                                "sum(%s)".formatted(Series.of(OperationsMetric.WATERMARK_OVERTAKEN)),
                                words("changes", "wijzigingen")))
                .from(0, Colour.BLUE)
                .from(1, Colour.VERMILION);
    }

    private static Panel versions() {
        return Panel.numbers(
                words("Versions that run", "Versies die draaien"),
                words(
                        "How many processes run each version; more than one only while an upgrade is under way.",
                        "Hoeveel processen elke versie draaien; meer dan een alleen tijdens een upgrade."),
                Unit.COUNT,
                now("count by (version) (%s)".formatted(OperationsMetric.BUILD_INFO.fullName()), same("{{version}}")));
    }

    private static Panel received() {
        return Panel.lines(
                words("Records read per second", "Gelezen records per seconde"),
                words(
                        "Input records read, mean of 5 minutes, by stream.",
                        "Gelezen invoerrecords, gemiddelde van 5 minuten, per stroom."),
                Unit.PER_SECOND,
                range(
                        sumBy("stream", Series.growth(OperationsMetric.RECORDS_RECEIVED, "5m")) + " / 300",
                        same("{{stream}}")));
    }

    private static Panel watermarks() {
        return Panel.lines(
                words("How far each stream is behind the clock", "Hoe ver elke stroom achterloopt op de klok"),
                words(
                        "Clock - recorded time up to which all partitions of the stream were read; finals: up to which final numbers"
                                + " are out. The highest line is what holds the finals back.",
                        "Klok - tijd van vastlegging tot waar alle partities van de stroom gelezen zijn; finals: tot waar definitieve"
                                + " getallen uit zijn. De hoogste lijn houdt ze tegen."),
                Unit.SECONDS,
                range(
                        "time() - max by (stream) (%s)".formatted(Series.of(OperationsMetric.WATERMARK)),
                        same("{{stream}}")));
    }

    private static Panel rejected() {
        return Panel.lines(
                        words("Refused by reason, per hour", "Geweigerd per reden, per uur"),
                        words(
                                "Records refused in the hour up to then by reason; each is in dead-letters with its place in the input.",
                                "Geweigerde records in het uur tot dan per reden; elk staat in dead-letters met de plaats in de invoer."),
                        Unit.COUNT,
                        range(
                                sumBy("reason", Series.growth(OperationsMetric.RECORDS_REJECTED, HOUR)) + " > 0",
                                same("{{reason}}")))
                .orElse(words("nothing was refused", "niets geweigerd"));
    }

    private static Panel fates() {
        return Panel.lines(
                words("Duplicates, conflicts, latecomers, per hour", "Dubbele, strijdige en late records, per uur"),
                words(
                        "Records known already, of these such as say something else, and accepted ones known only after their window"
                                + " had closed, in the hour up to then.",
                        "Al bekende records, daarvan die iets anders zeggen, en geaccepteerde die pas bekend werden toen hun venster"
                                + " dicht was, in het uur tot dan."),
                Unit.COUNT,
                fate(OperationsMetric.RECORDS_DUPLICATE, words("duplicates", "dubbel")),
                fate(OperationsMetric.RECORDS_CONFLICT, words("conflicts", "strijdig")),
                fate(OperationsMetric.RECORDS_LATE, words("late", "laat")));
    }

    private static Query fate(OperationsMetric metric, Words name) {
        return range(sum(Series.growth(metric, HOUR)), name);
    }

    private static Panel lag() {
        return Panel.lines(
                        words("Insights still to be read", "Nog te lezen inzichten"),
                        words(
                                "Insight records that an exporter has yet to read, by topic: near 0 always.",
                                "Inzichtrecords die een exporter nog moet lezen, per topic: altijd bijna 0."),
                        Unit.COUNT,
                        range(
                                "max by (topic) (%s) > 0".formatted(OperationsMetric.EXPORTER_LAG.fullName()),
                                same("{{topic}}")))
                .orElse(words("all is read", "alles is gelezen"))
                .size(8, 8);
    }

    private static Panel keys() {
        return Panel.bars(
                words("Insights in memory", "Inzichten in geheugen"),
                words("Keys that an exporter keeps, by topic.", "Sleutels die een exporter bewaart, per topic."),
                Unit.COUNT,
                now(
                        "sort_desc(max by (topic) (%s))".formatted(OperationsMetric.EXPORTER_KEYS.fullName()),
                        same("{{topic}}")));
    }

    private static Panel lastRecords() {
        return Panel.bars(
                words("Since the newest insight", "Sinds het nieuwste inzicht"),
                words(
                        "Clock - time stamp of the newest record of each insight topic. Topics that speak only of change may be quiet"
                                + " for long.",
                        "Klok - tijd van het nieuwste record van elk inzichttopic. Topics die alleen over verandering spreken mogen"
                                + " lang stil zijn."),
                Unit.SECONDS,
                now(
                        "sort_desc(clamp_min(time() - max by (topic) (%s), 0))"
                                .formatted(OperationsMetric.EXPORTER_LAST_RECORD.fullName()),
                        same("{{topic}}")));
    }

    private static Panel threads() {
        return Panel.lines(
                        words("Stream threads alive", "Levende stroomdraden"),
                        words(
                                "Threads that process records, by instance, and such as failed.",
                                "Draden die records verwerken, per instantie, en die uitvielen."),
                        Unit.COUNT,
                        range("sum by (instance) (kafka_stream_alive_stream_threads)", same("{{instance}}")),
                        range("sum(kafka_stream_failed_stream_threads)", words("failed", "uitgevallen")))
                .size(8, 8);
    }

    private static Panel memory() {
        return Panel.lines(
                        words("Heap used", "Gebruikt heapgeheugen"),
                        words("Heap of each process that is scraped.", "Heap van elk proces dat gevraagd wordt."),
                        Unit.BYTES,
                        range("sum by (instance) (jvm_memory_used_bytes{area=\"heap\"})", same("{{instance}}")))
                .size(8, 8);
    }

    private static Panel consumerLag() {
        return Panel.lines(
                        words("Records that wait in Kafka", "Records die in Kafka wachten"),
                        words(
                                "The longest queue of any partition that an instance reads.",
                                "De langste rij van een partitie die een instantie leest."),
                        Unit.COUNT,
                        range("max by (instance) (kafka_consumer_fetch_manager_records_lag_max)", same("{{instance}}")))
                .size(8, 8);
    }
}
