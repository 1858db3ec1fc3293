package nl.klantstem.replay.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.InputEvent;
import nl.klantstem.contract.in.JourneyStepEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.SurveyInvitation;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

class ShopTest {

    private static final Instant START = Instant.parse("2026-05-04T00:00:00Z");
    private static final long SEED = 20261127;

    private static ShopSettings days(int days, double contactsPerDay) {
        return ShopSettings.usual(SEED, START, START.plus(Duration.ofDays(days)), contactsPerDay);
    }

    private static List<ShopRecord> all(ShopSettings settings) {
        var records = new ArrayList<ShopRecord>();
        new Shop(settings).forEachRemaining(records::add);
        return records;
    }

    private static JsonNode json(ShopRecord shopRecord) {
        try {
            return Json.MAPPER.readTree(shopRecord.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_same_seed_gives_the_same_bytes() {
        List<ShopRecord> once = all(days(2, 2000));
        List<ShopRecord> again = all(days(2, 2000));

        assertThat(once).hasSameSizeAs(again).hasSizeGreaterThan(10_000);
        for (int i = 0; i < once.size(); i++) {
            assertThat(once.get(i).value()).isEqualTo(again.get(i).value());
            assertThat(once.get(i).key()).isEqualTo(again.get(i).key());
            assertThat(once.get(i).recordedAt()).isEqualTo(again.get(i).recordedAt());
        }
    }

    @Test
    void another_seed_shares_no_ids() {
        var ids = new HashSet<String>();
        all(days(1, 500).with(Oddities.NONE))
                .forEach(r -> ids.add(json(r).path("eventId").asText()));
        var other = new ShopSettings(
                SEED + 1,
                START,
                START.plus(Duration.ofDays(1)),
                500,
                1,
                1000,
                ShopSettings.DEFAULT_ZONE,
                Oddities.NONE,
                0,
                Set.of(),
                null);

        assertThat(all(other))
                .isNotEmpty()
                .noneMatch(r -> ids.contains(json(r).path("eventId").asText()));
    }

    @Test
    void records_come_in_the_order_in_which_they_are_recorded_and_within_the_opening_times() {
        ShopSettings settings = days(3, 2000);
        long before = settings.from().toEpochMilli();
        for (ShopRecord shopRecord : all(settings)) {
            assertThat(shopRecord.recordedAt()).isGreaterThanOrEqualTo(before);
            before = shopRecord.recordedAt();
        }
        assertThat(before).isLessThan(settings.until().toEpochMilli());
    }

    @Test
    void without_oddities_every_record_is_an_event_of_the_contract_under_its_own_key() throws IOException {
        for (ShopRecord shopRecord : all(days(3, 1000).with(Oddities.NONE).withOrders(2))) {
            ObjectNode fields = (ObjectNode) json(shopRecord);
            fields.putArray("aiAssist");
            fields.withArray("emotions");
            fields.withObject("/experienceValues");
            Class<? extends InputEvent> type =
                    switch (shopRecord.topic()) {
                        case SURVEY_RESPONSES -> SurveyResponse.class;
                        case SURVEY_INVITATIONS -> SurveyInvitation.class;
                        case ORDER_EVENTS -> OrderEvent.class;
                        case DELIVERY_EVENTS -> DeliveryEvent.class;
                        case JOURNEY_STEP_EVENTS -> JourneyStepEvent.class;
                        default -> ContactEvent.class;
                    };
            InputEvent event = Json.MAPPER.treeToValue(fields, type);
            assertThat(event.occurredAt().toEpochMilli()).isLessThanOrEqualTo(shopRecord.recordedAt());
            if (event.customerKey() != null) {
                assertThat(new String(shopRecord.key(), UTF_8)).isEqualTo(event.customerKey());
            }
        }
    }

    @Test
    void nights_are_quiet_and_mondays_busy() {
        var byHour = new TreeMap<Integer, Integer>();
        var byWeekday = new TreeMap<Integer, Integer>();
        for (ShopRecord shopRecord : all(days(28, 1500).with(Oddities.NONE))) {
            if (opened(shopRecord)) {
                var local = Instant.parse(json(shopRecord).get("occurredAt").asText())
                        .atZone(ShopSettings.DEFAULT_ZONE);
                byHour.merge(local.getHour(), 1, Integer::sum);
                byWeekday.merge(local.getDayOfWeek().getValue(), 1, Integer::sum);
            }
        }
        assertThat(byHour.get(10)).isGreaterThan(10 * byHour.get(3));
        assertThat(byWeekday.get(1)).isGreaterThan(byWeekday.get(4)).isGreaterThan((int) (1.4 * byWeekday.get(7)));
        assertThat(byHour.values().stream().mapToInt(Integer::intValue).sum())
                .isCloseTo(28 * 1500, within(28 * 1500 / 20));
    }

    @Test
    void the_peak_lasts_from_black_friday_to_the_third_week_of_january() {
        assertThat(PeakSeason.blackFriday(2026)).isEqualTo(LocalDate.parse("2026-11-27"));
        assertThat(PeakSeason.of(LocalDate.parse("2026-11-26"))).isEqualTo(PeakSeason.NONE);
        assertThat(PeakSeason.of(LocalDate.parse("2026-11-27"))).isEqualTo(PeakSeason.BLACK_FRIDAY);
        assertThat(PeakSeason.of(LocalDate.parse("2026-12-01"))).isEqualTo(PeakSeason.SINTERKLAAS);
        assertThat(PeakSeason.of(LocalDate.parse("2026-12-20"))).isEqualTo(PeakSeason.DECEMBER);
        assertThat(PeakSeason.of(LocalDate.parse("2026-12-26"))).isEqualTo(PeakSeason.HOLIDAYS);
        assertThat(PeakSeason.of(LocalDate.parse("2027-01-21"))).isEqualTo(PeakSeason.RETURNS);
        assertThat(PeakSeason.of(LocalDate.parse("2027-01-22"))).isEqualTo(PeakSeason.NONE);

        long quietFriday = contactsOn("2026-11-20T00:00:00Z");
        long blackFriday = contactsOn("2026-11-27T00:00:00Z");
        assertThat((double) blackFriday / quietFriday).isCloseTo(ShopSettings.DEFAULT_PEAK_FACTOR, within(0.25));
    }

    private static long contactsOn(String day) {
        Instant from = Instant.parse(day);
        return all(ShopSettings.usual(SEED, from, from.plus(Duration.ofDays(1)), 4000)
                        .with(Oddities.NONE))
                .stream()
                .filter(ShopTest::opened)
                .count();
    }

    @Test
    void answers_show_the_true_nps_of_each_journey() {
        var promoters = new HashMap<String, Integer>();
        var detractors = new HashMap<String, Integer>();
        var answers = new HashMap<String, Integer>();
        for (ShopRecord shopRecord : all(days(14, 10_000).with(Oddities.NONE))) {
            if (shopRecord.topic() != Topic.SURVEY_RESPONSES) {
                continue;
            }
            JsonNode event = json(shopRecord);
            if (event.has("nps") && event.has("journeyId")) {
                int nps = event.get("nps").asInt();
                for (String scope : List.of(event.get("journeyId").asText(), "ALL")) {
                    answers.merge(scope, 1, Integer::sum);
                    promoters.merge(scope, nps >= 9 ? 1 : 0, Integer::sum);
                    detractors.merge(scope, nps <= 6 ? 1 : 0, Integer::sum);
                }
            }
        }
        var measured = new HashMap<String, Double>();
        answers.forEach((scope, n) -> measured.put(scope, 100.0 * (promoters.get(scope) - detractors.get(scope)) / n));
        for (JourneyProfile profile : JourneyProfiles.CUSTOMERS) {
            assertThat(measured.get(profile.journeyId()))
                    .as("%s in %s", profile.journeyId(), measured)
                    .isCloseTo(profile.trueNps(), within(6.0));
        }
        assertThat(measured.get("lost-in-mail")).isCloseTo(18, within(6.0));
        assertThat(measured.get("ALL")).isCloseTo(40, within(3.0));
    }

    @Test
    void oddities_come_in_the_shares_asked_for() {
        Map<String, Integer> seen = new TreeMap<>();
        var eventIds = new HashSet<String>();
        for (ShopRecord shopRecord : all(days(10, 4000))) {
            seen.merge("records", 1, Integer::sum);
            if (shopRecord.topic() == Topic.SURVEY_RESPONSES) {
                seen.merge("responses", 1, Integer::sum);
            }
            odd(shopRecord, eventIds).forEach(kind -> seen.merge(kind, 1, Integer::sum));
        }
        Oddities usual = Oddities.USUAL;
        share(seen, "late", "records", usual.late());
        share(seen, "duplicate", "records", usual.duplicate());
        share(seen, "test", "records", usual.test());
        share(seen, "bad", "records", usual.bad());
        share(seen, "WITHDRAWN", "responses", usual.withdrawn());
        share(seen, "revised", "responses", usual.revised());
        share(seen, "unmatched", "responses", 0.08);
    }

    private static void share(Map<String, Integer> seen, String kind, String of, double expected) {
        assertThat((double) seen.getOrDefault(kind, 0) / seen.getOrDefault(of, 0))
                .as("%s of %s in %s", kind, of, seen)
                .isBetween(expected * 0.6, expected * 1.5);
    }

    private static List<String> odd(ShopRecord shopRecord, HashSet<String> eventIds) {
        JsonNode event;
        try {
            event = Json.MAPPER.readTree(shopRecord.value());
        } catch (IOException e) {
            return List.of("bad");
        }
        Instant occurredAt = Instant.parse(event.get("occurredAt").asText());
        Instant recordedAt = Instant.ofEpochMilli(shopRecord.recordedAt());
        if (occurredAt.isAfter(recordedAt)
                || !event.path("nps").isMissingNode() && event.get("nps").asInt() > 10) {
            return List.of("bad");
        }
        var kinds = new ArrayList<String>();
        String id =
                switch (shopRecord.topic()) {
                    case SURVEY_RESPONSES -> "responseId";
                    case CONTACT_EVENTS -> "contactId";
                    case JOURNEY_STEP_EVENTS -> "journeyInstanceId";
                    default -> "invitationId";
                };
        if (!event.has(id) || event.get("audience").isNumber()) {
            return List.of("bad");
        }
        if (event.path("test").asBoolean()) {
            return List.of("test");
        }
        if (!eventIds.add(event.get("eventId").asText())) {
            return List.of("duplicate");
        }
        if (occurredAt.plus(Duration.ofMinutes(6)).isBefore(recordedAt)) {
            kinds.add("late");
        }
        if (shopRecord.topic() == Topic.SURVEY_RESPONSES) {
            boolean withdrawn = event.get("status").asText().equals("WITHDRAWN");
            if (withdrawn) {
                kinds.add("WITHDRAWN");
            } else if (event.get("revision").asInt() > 0) {
                kinds.add("revised");
            } else if (!event.has("customerKey")) {
                kinds.add("unmatched");
            }
        }
        return kinds;
    }

    private static boolean opened(ShopRecord shopRecord) {
        return shopRecord.topic() == Topic.CONTACT_EVENTS
                && json(shopRecord).get("type").asText().equals("OPENED");
    }
}
