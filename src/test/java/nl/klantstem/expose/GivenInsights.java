package nl.klantstem.expose;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.contract.catalogue.AlertRules;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.ContactRules;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.catalogue.JourneyRules;
import nl.klantstem.contract.catalogue.LostInMailRules;
import nl.klantstem.contract.catalogue.PeakCalendar;
import nl.klantstem.contract.catalogue.SurveyRules;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.out.Completeness;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactTotals;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.NpsTotals;
import nl.klantstem.contract.out.ProgressKey;
import nl.klantstem.contract.out.Reliability;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.Window;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Insights as the pipeline publishes them: keys and values as bytes, in small sentences. */
final class GivenInsights {

    static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final List<Long> NO_SCORES = List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
    /** 3 detractors, 2 passives, 5 promoters. */
    static final List<Long> TEN_SCORES = List.of(1L, 0L, 0L, 0L, 0L, 0L, 2L, 0L, 2L, 1L, 4L);

    private GivenInsights() {}

    /** A record of an insight topic. */
    record Insight(Topic topic, byte @Nullable [] key, byte @Nullable [] value, Instant timestamp) {
        void to(KeptInsights kept) {
            kept.accept(topic, key, value, timestamp);
        }
    }

    /** A window's state as it goes into a key. */
    record At(Window.Type type, @Nullable String length, InsightKey.State state, Instant to, Instant asOf) {
        static At hour(InsightKey.State state, Instant to, Instant asOf) {
            return new At(Window.Type.ROLLING, "PT1H", state, to, asOf);
        }

        static At day(InsightKey.State state, Instant to, Instant asOf) {
            return new At(Window.Type.DAY, null, state, to, asOf);
        }

        At length(String other) {
            return new At(type, other, state, to, asOf);
        }

        @Nullable
        LocalDate date() {
            return type == Window.Type.DAY ? LocalDate.ofInstant(to.minusMillis(1), ZONE) : null;
        }

        Window window() {
            var zone = type == Window.Type.DAY ? ZONE.getId() : null;
            return new Window(type, length, to.minus(Duration.ofHours(1)), to, zone);
        }
    }

    static At currentHour() {
        return At.hour(InsightKey.State.CURRENT, NOON, NOON);
    }

    static Catalogue catalogue() {
        return catalogue("return", Map.of());
    }

    static Catalogue catalogue(String journey, Map<String, Integer> open) {
        return new Catalogue(List.of(new CatalogueVersion(
                "2026-11",
                Instant.parse("2026-11-01T00:00:00Z"),
                ZONE,
                List.of(new Journey(
                        journey,
                        Map.of("en", "Return", "nl", "Retour"),
                        Journey.Phase.AFTER_SALES,
                        Audience.CUSTOMER,
                        "after-sales",
                        List.of(step("1"), step("3")),
                        45)),
                List.of(
                        new Driver("delivery/late", Audience.CUSTOMER, DemandType.FAILURE, null, "logistics", null),
                        new Driver("returns/how/label", Audience.CUSTOMER, DemandType.VALUE, null, null, journey)),
                Map.of(),
                open,
                List.of(
                        WindowSpec.rolling("PT1H", Duration.ofMinutes(1)),
                        WindowSpec.rolling("P7D", Duration.ofHours(1)),
                        WindowSpec.day(Duration.ofMinutes(15))),
                14,
                Map.of(
                        Scope.SERVICE_PARTNER, List.of("sp-noord"),
                        Scope.CARRIER, List.of("postnl"),
                        Scope.SUPPRESSION_REASON, List.of("OPT_OUT")),
                List.of(),
                rules(),
                JourneyRules.DEFAULT,
                SurveyRules.DEFAULT,
                LostInMailRules.DEFAULT,
                AlertRules.DEFAULT,
                PeakCalendar.DEFAULT)));
    }

    private static Journey.Step step(String id) {
        return new Journey.Step(id, Map.of("en", "Step " + id, "nl", "Stap " + id));
    }

    private static ContactRules rules() {
        var rules = ContactRules.DEFAULT;
        return new ContactRules(
                Map.of(Channel.CHAT, new ContactRules.ServiceLevel(Duration.ofMinutes(2), 0.8, null)),
                rules.shortAbandon(),
                rules.humanWithin(),
                rules.containment(),
                rules.repeatDays(),
                rules.orderDays(),
                rules.endsAfter(),
                rules.botMargin());
    }

    static Scope scope(String... namesAndLabels) {
        var labels = new TreeMap<String, String>();
        for (int i = 0; i < namesAndLabels.length; i += 2) {
            labels.put(namesAndLabels[i], namesAndLabels[i + 1]);
        }
        return new Scope(labels);
    }

    static Scope npsScope(String journey, String channel) {
        return scope("programme", "TRANSACTIONAL", "audience", "CUSTOMER", "journeyId", journey, "channel", channel);
    }

    static Insight nps(Scope scope, At at, List<Long> scores) {
        return nps(scope, at, scores, new NpsTotals(scores, NO_SCORES));
    }

    static Insight nps(Scope scope, At at, List<Long> scores, NpsTotals totals) {
        long n = sum(scores, 0, 11);
        return nps(scope, at, n, new Long[] {sum(scores, 0, 7), sum(scores, 7, 9), sum(scores, 9, 11)}, totals);
    }

    /** A group that is too small: its number only. */
    static Insight suppressed(Scope scope, At at, long n) {
        return nps(scope, at, n, new Long[] {null, null, null}, new NpsTotals(NO_SCORES, NO_SCORES));
    }

    private static Insight nps(Scope scope, At at, long n, @Nullable Long[] categories, NpsTotals totals) {
        var value = new JourneyNps(
                scope,
                at.window(),
                n,
                categories[2],
                categories[1],
                categories[0],
                null,
                null,
                null,
                categories[0] == null ? Reliability.SUPPRESSED : Reliability.LOW_N,
                null,
                null,
                totals,
                at.asOf(),
                at.state() == InsightKey.State.CURRENT,
                categories[0] == null ? null : new Completeness(0, n / 5),
                "2026-11",
                1);
        return new Insight(Topic.JOURNEY_NPS, key(scope, at), json(value), at.asOf());
    }

    static Insight gone(Scope scope, At at) {
        return new Insight(Topic.JOURNEY_NPS, key(scope, at), null, at.asOf());
    }

    static Insight contacts(Scope scope, At at, long contacts, ContactTotals totals) {
        var value = new ContactDrivers(
                scope,
                at.window(),
                contacts,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                totals,
                at.asOf(),
                at.state() == InsightKey.State.CURRENT,
                new Completeness(0, 0),
                "2026-11",
                1);
        return new Insight(Topic.CONTACT_DRIVERS, key(scope, at), json(value), at.asOf());
    }

    /** The reviewed example of a topic, of another scope and window. */
    static Insight example(Topic topic, Scope scope, At at) {
        return example(topic, scope, at, Map.of());
    }

    /** The same with other figures: JSON by the path of a field. */
    static Insight example(Topic topic, Scope scope, At at, Map<String, String> figures) {
        try {
            var file = Path.of("src/test/resources/golden", topic.shortName() + ".json");
            var value = (ObjectNode) Json.MAPPER.readTree(Files.readString(file));
            value.set("scope", Json.MAPPER.valueToTree(scope));
            value.set("window", Json.MAPPER.valueToTree(at.window()));
            value.set("asOf", Json.MAPPER.valueToTree(at.asOf()));
            for (var figure : figures.entrySet()) {
                var path = JsonPointer.compile("/" + figure.getKey());
                ((ObjectNode) value.at(path.head()))
                        .set(path.last().getMatchingProperty(), Json.MAPPER.readTree(figure.getValue()));
            }
            return new Insight(topic, key(scope, at), json(value), at.asOf());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Insight finals(int partition, int partitions, Instant asOf, long overtaken) {
        var kind = InsightProgress.Kind.FINALS;
        var value = new InsightProgress(kind, null, partition, partitions, asOf, null, overtaken, 1);
        return new Insight(Topic.INSIGHT_PROGRESS, json(new ProgressKey(kind, null, partition)), json(value), asOf);
    }

    static Insight input(String stream, int partition, Instant asOf, InsightProgress.Records records) {
        var kind = InsightProgress.Kind.INPUT;
        var value = new InsightProgress(kind, stream, partition, 2, asOf, records, null, 1);
        return new Insight(Topic.INSIGHT_PROGRESS, json(new ProgressKey(kind, stream, partition)), json(value), asOf);
    }

    static byte[] key(Scope scope, At at) {
        return json(new InsightKey(scope, at.type(), at.length(), at.date(), at.state()));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(Object value) {
        try {
            return Json.MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static long sum(List<Long> scores, int from, int to) {
        return scores.subList(from, to).stream().mapToLong(Long::longValue).sum();
    }
}
