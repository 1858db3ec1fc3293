package nl.klantstem.app.backfill;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.klantstem.app.report.Source;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.ContactLedger;
import nl.klantstem.contract.out.JourneyNpsLedger;
import nl.klantstem.contract.out.PaneKey;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.expose.MetricCatalogue;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Reads the ledgers into counts by series and pane; the last record of a pane holds. */
final class LedgerHistory implements Source.Reader {

    static final List<Topic> TOPICS = List.of(Topic.JOURNEY_NPS_LEDGER, Topic.CONTACT_LEDGER);

    private static final int FIRST_PASSIVE = 7;
    private static final int FIRST_PROMOTER = 9;
    private static final Set<String> JOURNEY_CHANNEL = Set.of(Scope.AUDIENCE, Scope.JOURNEY, Scope.CHANNEL);
    private static final Set<String> DRIVER_CHANNEL = Set.of(Scope.AUDIENCE, Scope.DRIVER, Scope.LEVEL, Scope.CHANNEL);

    /** A metric with the values of its labels, in the order in which it names them. */
    record Series(MetricCatalogue metric, List<String> labels) {}

    /** The part of a series that one scope tells: a series without an audience is the sum of both. */
    private record Part(Series series, String audience) {}

    private final Panes panes;
    private final Programme programme;
    private final CatalogueVersion catalogue;
    private final Map<Part, Counts> parts = new HashMap<>();
    private long records;

    LedgerHistory(Panes panes, Programme programme, CatalogueVersion catalogue) {
        this.panes = panes;
        this.programme = programme;
        this.catalogue = catalogue;
    }

    @Override
    public void take(Topic topic, String key, byte[] value) {
        PaneKey of = read(topic, key, PaneKey.class);
        int pane = panes.number(of.from());
        if (pane < 0) {
            return;
        }
        records++;
        if (topic == Topic.JOURNEY_NPS_LEDGER) {
            answers(of.scope(), pane, value.length == 0 ? null : read(topic, value, JourneyNpsLedger.class));
        } else {
            contacts(of.scope(), pane, value.length == 0 ? null : read(topic, value, ContactLedger.class));
        }
    }

    /** How many records were about the period. */
    long records() {
        return records;
    }

    /** The counts of every series, in the order of names and labels. */
    Map<MetricCatalogue, Map<List<String>, Counts>> series() {
        var all = new TreeMap<MetricCatalogue, Map<List<String>, Counts>>();
        parts.forEach((part, counts) -> all.computeIfAbsent(
                        part.series().metric(),
                        none -> new TreeMap<>(
                                (a, b) -> Arrays.compare(a.toArray(String[]::new), b.toArray(String[]::new))))
                .computeIfAbsent(part.series().labels(), none -> new Counts())
                .add(counts));
        return all;
    }

    private void answers(Scope scope, int pane, @Nullable JourneyNpsLedger tally) {
        var of = new TreeMap<>(scope.labels());
        if (!programme.name().equals(of.remove(Scope.PROGRAMME))) {
            return;
        }
        @Nullable List<Long> scores = tally == null ? null : tally.scores();
        boolean channels = of.keySet().equals(JOURNEY_CHANNEL);
        if (channels || of.keySet().equals(Set.of(Scope.AUDIENCE, Scope.JOURNEY))) {
            var metric = channels ? MetricCatalogue.SURVEY_RESPONSES : MetricCatalogue.NPS_JOURNEY_WINDOW_RESPONSES;
            put(metric, of, pane, "detractor", sum(scores, 0, FIRST_PASSIVE));
            put(metric, of, pane, "passive", sum(scores, FIRST_PASSIVE, FIRST_PROMOTER));
            put(metric, of, pane, "promoter", sum(scores, FIRST_PROMOTER, Integer.MAX_VALUE));
        }
    }

    private void contacts(Scope scope, int pane, @Nullable ContactLedger tally) {
        var of = scope.labels();
        if (of.keySet().equals(JOURNEY_CHANNEL)) {
            put(MetricCatalogue.CONTACTS, of, pane, "", tally == null ? 0 : tally.contacts());
            put(MetricCatalogue.REPEAT_CONTACTS, of, pane, "", tally == null ? 0 : tally.repeat());
        } else if (of.keySet().equals(DRIVER_CHANNEL) && isShown(of)) {
            put(MetricCatalogue.CONTACT_DRIVERS, of, pane, "", tally == null ? 0 : tally.contacts());
        } else if (of.keySet().equals(Set.of(Scope.AUDIENCE))) {
            var orders = tally == null ? null : tally.orders();
            put(MetricCatalogue.ORDERS, of, pane, "", orders == null ? 0 : orders.placed());
        }
    }

    /** As the exporter shows them: two levels deep, and a driver that others are below only through these. */
    private boolean isShown(Map<String, String> of) {
        String driver = of.getOrDefault(Scope.DRIVER, Scope.UNKNOWN);
        int depth = Math.min(2, driver.split("/", -1).length);
        return String.valueOf(depth).equals(of.get(Scope.LEVEL))
                && (depth == 2
                        || catalogue.drivers().stream()
                                .noneMatch(known -> known.code().startsWith(driver + "/")));
    }

    private void put(MetricCatalogue metric, Map<String, String> scope, int pane, String category, long count) {
        var labels = metric.labels().stream()
                .map(name -> switch (name) {
                    case "journey" -> scope.getOrDefault(Scope.JOURNEY, Scope.UNKNOWN);
                    case "owner" -> owner(scope.getOrDefault(Scope.JOURNEY, Scope.UNKNOWN));
                    case "category" -> category;
                    case "window" -> ""; // filled in when it is written
                    default -> scope.getOrDefault(name, Scope.UNKNOWN);
                })
                .toList();
        parts.computeIfAbsent(
                        new Part(new Series(metric, labels), scope.getOrDefault(Scope.AUDIENCE, "")),
                        none -> new Counts())
                .put(pane, count);
    }

    private String owner(String journey) {
        return catalogue.journeys().stream()
                .filter(known -> known.id().equals(journey))
                .map(known -> known.owner())
                .findFirst()
                .orElse(Scope.UNKNOWN);
    }

    private static long sum(@Nullable List<Long> scores, int from, int to) {
        return scores == null
                ? 0
                : scores.subList(from, Math.min(to, scores.size())).stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    private static <T> T read(Topic topic, String json, Class<T> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UserMistake("a key of " + topic.shortName() + " is not what this release publishes", e);
        }
    }

    private static <T> T read(Topic topic, byte[] json, Class<T> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UserMistake("a record of " + topic.shortName() + " is not what this release publishes", e);
        }
    }
}
