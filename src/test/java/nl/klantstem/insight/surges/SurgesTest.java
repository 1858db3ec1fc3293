package nl.klantstem.insight.surges;

import static nl.klantstem.insight.surges.GivenContacts.FIRST;
import static nl.klantstem.insight.surges.GivenContacts.at;
import static nl.klantstem.insight.surges.GivenContacts.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.klantstem.contract.catalogue.AlertRules;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.ContactSurge.Basis;
import nl.klantstem.contract.out.ContactSurge.State;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.surges.GivenContacts.Came;
import nl.klantstem.testkit.Schemas;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Published;
import org.junit.jupiter.api.Test;

class SurgesTest {

    private static final long SEED = 20261127;
    private static final int PER_MINUTE = 3;
    private static final LocalDate DAY = FIRST.plusDays(25);

    private final GivenContacts contacts = new GivenContacts(SEED, PER_MINUTE);

    @Test
    void a_driver_that_is_asked_about_more_is_one_surge_from_its_beginning_to_its_end() {
        contacts.usual(FIRST, DAY);
        contacts.come(minute(DAY, 600), minute(DAY, 600 + 24 * 60), Map.of("delivery/late", 2.0));
        contacts.come(minute(DAY, 0), minute(DAY, 600), Map.of());
        contacts.usual(DAY.plusDays(2), DAY.plusDays(4));
        contacts.come(minute(DAY, 600 + 24 * 60), minute(DAY.plusDays(2), 0), Map.of());
        contacts.liveTo(DAY.plusDays(4));

        ContactSurge first = contacts.told().get(0);
        assertThat(first.state()).isEqualTo(State.OPEN);
        assertThat(first.evidenceYears()).isGreaterThanOrEqualTo(1);
        assertThat(Duration.between(at(DAY, 600), first.raisedAt())).isBetween(Duration.ZERO, Duration.ofHours(6));
        assertThat(Duration.between(at(DAY, 600), first.since()).abs()).isLessThan(Duration.ofHours(3));
        ContactSurge last = contacts.surges().get(0);
        assertThat(contacts.surges()).hasSize(1);
        assertThat(last.state()).isEqualTo(State.ENDED);
        assertThat(last.endedAt()).isBetween(at(DAY.plusDays(1), 600), at(DAY.plusDays(2), 0));
        assertThat(last.scope().labels()).containsEntry("audience", "CUSTOMER").doesNotContainKey("channel");
        assertThat(last.scope().labels().get("driver")).isIn("delivery", "delivery/late");
        assertThat(last.basis()).isEqualTo(Basis.SEASON);
        assertThat(last.level()).isNull();
        assertThat(last.parts().get(0).driver()).isEqualTo("delivery/late");
    }

    @Test
    void what_was_told_is_what_is_counted_by_hand_and_its_parts_add_up_to_the_cent() {
        contacts.usual(FIRST, DAY);
        contacts.come(minute(DAY, 0), minute(DAY.plusDays(1), 0), Map.of("delivery/late", 2.5));
        contacts.liveTo(DAY.plusDays(1));

        assertThat(contacts.told().size()).isGreaterThan(10);
        for (Published published : contacts.minutes().published()) {
            assertThat(problems(Schemas.ofValue("contact-surges"), published.value()))
                    .isEmpty();
            assertThat(problems(Schemas.ofKey("contact-surges"), published.key()))
                    .isEmpty();
        }
        for (ContactSurge surge : contacts.told()) {
            List<Came> all = contacts.came().stream()
                    .filter(each -> !instant(each).isBefore(surge.since())
                            && instant(each).isBefore(surge.asOf()))
                    .toList();
            long own = all.stream().filter(each -> isOf(surge.scope(), each)).count();
            assertThat(surge.contacts()).isEqualTo(own);
            assertThat(surge.share()).isCloseTo((double) own / all.size(), within(0.00006));
            surge.parts().forEach(part -> assertThat(part.contacts())
                    .isEqualTo(all.stream()
                            .filter(each -> each.driver().equals(part.driver())
                                    && each.channel().equals(part.channel()))
                            .count()));
            double usual = surge.scope().labels().get("driver").equals("delivery") ? 0.16 : 0.1;
            assertThat(surge.usualShare()).isCloseTo(usual, within(0.02));
            assertThat(surge.expected()).isCloseTo((all.size() - own) * usual / (1 - usual), within(own * 0.15));
            addsUp(surge);
        }
    }

    private static List<?> problems(JsonNode schema, byte[] json) {
        try {
            return List.copyOf(Schemas.problems(schema, Json.MAPPER.readTree(json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant instant(Came came) {
        return Instant.ofEpochSecond(60 * came.minute());
    }

    private static boolean isOf(Scope scope, Came came) {
        String driver = scope.labels().get("driver");
        String channel = scope.labels().get("channel");
        return (came.driver() + "/").startsWith(driver + "/") && (channel == null || channel.equals(came.channel()));
    }

    private static void addsUp(ContactSurge surge) {
        BigDecimal surplus = surge.parts().stream()
                .map(part -> BigDecimal.valueOf(part.surplus()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal expected = surge.parts().stream()
                .map(part -> BigDecimal.valueOf(part.expected()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (surge.other() != null) {
            surplus = surplus.add(BigDecimal.valueOf(surge.other().surplus()));
            expected = expected.add(BigDecimal.valueOf(surge.other().expected()));
        }
        assertThat(surplus).isEqualByComparingTo(BigDecimal.valueOf(surge.surplus()));
        assertThat(expected).isEqualByComparingTo(BigDecimal.valueOf(surge.expected()));
        assertThat(BigDecimal.valueOf(surge.contacts()).subtract(expected)).isEqualByComparingTo(surplus);
    }

    @Test
    void ten_times_the_contacts_with_the_same_shares_are_no_surge() {
        contacts.usual(FIRST, DAY);
        contacts.come(minute(DAY, 0), minute(DAY.plusDays(2), 0), 10 * PER_MINUTE, Map.of());
        contacts.liveTo(DAY.plusDays(2));

        assertThat(contacts.told()).isEmpty();
    }

    @Test
    void before_enough_is_learnt_nothing_is_watched() {
        contacts.usual(FIRST, FIRST.plusDays(20));
        contacts.come(minute(FIRST.plusDays(20), 0), minute(FIRST.plusDays(20), 900), Map.of("delivery/late", 5.0));
        contacts.liveTo(FIRST.plusDays(21));

        assertThat(contacts.told()).isEmpty();
    }

    @Test
    void a_surge_in_one_channel_is_named_by_it_or_by_what_alarms_with_it_and_its_parts_tell() {
        contacts.usual(FIRST, DAY);
        contacts.come(minute(DAY, 0), minute(DAY, 900), Map.of("delivery/damaged:CHAT", 4.0));
        contacts.liveTo(DAY.plusDays(1));

        assertThat(contacts.surges()).singleElement().satisfies(surge -> {
            assertThat(surge.parts().get(0).driver()).isEqualTo("delivery/damaged");
            assertThat(surge.parts().get(0).channel()).isEqualTo("CHAT");
        });
    }

    @Test
    void two_drivers_that_surge_are_two_surges() {
        contacts.usual(FIRST, DAY);
        contacts.come(minute(DAY, 0), minute(DAY, 600), Map.of("delivery/damaged", 3.0, "payment/refund", 2.0));
        contacts.liveTo(DAY.plusDays(1));

        assertThat(contacts.surges().stream()
                        .map(surge -> Watched.top(surge.scope().labels().get("driver")))
                        .toList())
                .containsExactlyInAnyOrder("delivery", "payment");
    }

    @Test
    void what_was_planned_is_no_surge_and_the_level_against_the_plan_is_told() {
        contacts.usual(FIRST, DAY);
        plan(DAY, Map.of("delivery", 400.0, "returns", 240.0, "payment", 200.0, "product", 400.0));
        // As planned: delivery comes two and a half times as often.
        var planned = Map.of("delivery/late", 2.5, "delivery/damaged", 2.5);
        contacts.come(minute(DAY, 0), minute(DAY, 720), planned);
        contacts.liveTo(DAY.plusDays(1));
        assertThat(contacts.told()).isEmpty();

        // Not as planned: twice as many are about payment.
        contacts.come(
                minute(DAY.plusDays(1), 0),
                minute(DAY.plusDays(1), 720),
                Map.of("delivery/late", 2.5, "delivery/damaged", 2.5, "payment/refund", 2.5));
        plan(DAY.plusDays(1), Map.of("delivery", 400.0, "returns", 240.0, "payment", 200.0, "product", 400.0));
        contacts.liveTo(DAY.plusDays(2));

        ContactSurge surge = contacts.surges().get(0);
        assertThat(contacts.surges()).hasSize(1);
        assertThat(surge.scope().labels().get("driver")).startsWith("payment");
        assertThat(surge.basis()).isEqualTo(Basis.PLAN);
        assertThat(surge.usualShare()).isCloseTo(200 / 1240.0, within(0.02));
        ContactSurge open = contacts.told().get(0);
        double hours = Duration.between(open.since(), open.asOf()).toMinutes() / 60.0;
        assertThat(open.level()).isNotNull();
        assertThat(open.level().planned()).isCloseTo(hours * 1240 * 1.5, within(0.01));
        assertThat(open.level().actual())
                .isEqualTo(contacts.came().stream()
                        .filter(each -> !instant(each).isBefore(open.since())
                                && instant(each).isBefore(open.asOf()))
                        .count());
    }

    private long offset;

    /** The same for every hour of a day; half as many in chats. */
    private void plan(LocalDate day, Map<String, Double> phone) {
        var chat = phone.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue() / 2));
        for (int hour = 0; hour < 24; hour++) {
            contacts.plan(at(day, 60 * hour), phone, chat, offset++);
        }
    }

    @Test
    void corrections_and_what_became_known_in_another_minute_do_not_enter() {
        contacts.usual(FIRST, DAY.plusDays(1));
        var other = new GivenContacts(SEED, PER_MINUTE);
        other.usual(FIRST, DAY.plusDays(1));
        for (int i = 0; i < 500; i++) {
            other.comes(minute(DAY, 0), minute(DAY, 300 + i), new Came(0, "PHONE", "delivery/late"), 3);
        }
        contacts.liveTo(DAY.plusDays(1));
        other.liveTo(DAY.plusDays(1));

        assertThat(texts(other)).isEqualTo(texts(contacts)).isEmpty();
    }

    @Test
    void after_stops_at_any_time_the_same_is_told_nothing_twice_and_nothing_lost() {
        var whole = new GivenContacts(SEED, PER_MINUTE);
        var stopped = new GivenContacts(SEED, PER_MINUTE);
        for (GivenContacts each : List.of(whole, stopped)) {
            each.usual(FIRST, DAY);
            each.come(minute(DAY, 100), minute(DAY, 1000), Map.of("delivery/late", 3.0));
            each.come(minute(DAY, 300), minute(DAY, 1200), Map.of("returns/how:PHONE", 2.0));
            each.usual(DAY.plusDays(1), DAY.plusDays(3));
        }
        whole.liveTo(DAY.plusDays(3));
        var random = new SplittableRandom(SEED);
        var stops = new TreeSet<Long>();
        for (int i = 0; i < 60; i++) {
            stops.add(minute(FIRST, 0) + random.nextInt(28 * 1440));
            stops.add(minute(DAY, 0) + random.nextInt(2000));
        }
        for (long stop : stops) {
            stopped.minutes().liveTo(stop);
            stopped.minutes().restart();
        }
        stopped.liveTo(DAY.plusDays(3));

        assertThat(texts(stopped)).isEqualTo(texts(whole)).hasSizeGreaterThan(10);
    }

    private static List<String> texts(GivenContacts contacts) {
        return contacts.minutes().published().stream().map(SurgesTest::text).toList();
    }

    private static String text(Published published) {
        return published.topic() + " " + published.timestamp() + " " + Arrays.toString(published.key()) + " "
                + Arrays.toString(published.value());
    }

    @Test
    void what_lasts_becomes_the_ordinary_and_is_watched_anew() {
        var rules = AlertRules.DEFAULT;
        var quick = new GivenContacts(
                SEED, 1, new AlertRules(1, 5, 24, rules.watches(), rules.journeys(), rules.surges(), rules.links()));
        quick.usual(FIRST, DAY);
        var more = Map.of("payment/refund", 2.0);
        quick.come(minute(DAY, 0), minute(DAY.plusDays(60), 0), more);
        quick.come(minute(DAY.plusDays(60), 0), minute(DAY.plusDays(62), 0), Map.of("payment/refund", 4.5));
        quick.liveTo(DAY.plusDays(62));

        assertThat(quick.surges()).hasSize(2);
        ContactSurge first = quick.surges().get(0);
        assertThat(first.state()).isEqualTo(State.NEW_NORMAL);
        assertThat(Duration.between(first.raisedAt(), first.endedAt())).isEqualTo(Duration.ofDays(24));
        ContactSurge second = quick.surges().get(1);
        assertThat(second.raisedAt()).isAfter(at(DAY.plusDays(60), 0));
        assertThat(second.usualShare()).isCloseTo(0.4 / 1.2, within(0.03));
    }

    @Test
    void the_days_of_a_surge_are_not_learnt() {
        contacts.usual(FIRST, DAY);
        var more = Map.of("payment/refund", 2.0);
        contacts.come(minute(DAY, 0), minute(DAY.plusDays(9), 0), more);
        contacts.liveTo(DAY.plusDays(9));

        assertThat(contacts.surges()).singleElement().satisfies(surge -> {
            assertThat(surge.state()).isEqualTo(State.OPEN);
            assertThat(surge.usualShare()).isCloseTo(0.2, within(0.005));
            assertThat(surge.ratio()).isCloseTo(2, within(0.1));
            assertThat(surge.interval().low()).isLessThan(2.0);
            assertThat(surge.interval().high()).isGreaterThan(2.0);
        });
    }
}
