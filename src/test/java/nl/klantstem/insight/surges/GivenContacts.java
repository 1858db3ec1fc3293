package nl.klantstem.insight.surges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import nl.klantstem.contract.catalogue.AlertRules;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.HourPlan;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.InsightTerms;
import nl.klantstem.insight.Insights;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Delta;
import nl.klantstem.rolling.ObservedMinutes;
import nl.klantstem.rolling.Reference;
import nl.klantstem.rolling.Tally;
import nl.klantstem.testkit.GivenVersion;
import nl.klantstem.topic.Json;

/** Contacts about five drivers in two channels, day and night, and what is told of them. */
final class GivenContacts {

    static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    /** Contacts per mille, by driver; two thirds of them call. */
    static final Map<String, Integer> USUAL = new TreeMap<>(Map.of(
            "delivery/late", 100, "delivery/damaged", 60, "returns/how", 240, "payment/refund", 200, "product", 400));

    private final SplittableRandom dice;
    private final ObservedMinutes minutes;
    private final int perMinute;
    private final List<Came> came = new ArrayList<>();

    /** A contact. */
    record Came(long minute, String channel, String driver) {}

    GivenContacts(long seed, int perMinute) {
        this(seed, perMinute, AlertRules.DEFAULT);
    }

    GivenContacts(long seed, int perMinute, AlertRules rules) {
        this.dice = new SplittableRandom(seed);
        this.perMinute = perMinute;
        var terms = new InsightTerms(
                catalogue(rules), Duration.ofMinutes(5), Duration.ofDays(400), false, Duration.ofDays(1));
        this.minutes = new ObservedMinutes(
                minute(FIRST, 0), blocks -> new Insights(terms, blocks, List.of(stored -> new Surges(terms, stored))));
    }

    private static Catalogue catalogue(AlertRules rules) {
        return GivenVersion.named("v1").zone(AMSTERDAM).alerts(rules).catalogue();
    }

    static long minute(LocalDate day, int minuteOfDay) {
        return day.atStartOfDay(AMSTERDAM).toEpochSecond() / 60 + minuteOfDay;
    }

    static Instant at(LocalDate day, int minuteOfDay) {
        return Instant.ofEpochSecond(60 * minute(day, minuteOfDay));
    }

    /** What comes from one minute to another; drivers that are named come so many times as often. */
    void come(long from, long to, Map<String, Double> times) {
        come(from, to, perMinute, times);
    }

    void come(long from, long to, int perMinute, Map<String, Double> times) {
        for (long minute = from; minute < to; minute++) {
            for (int i = 0; i < perMinute; i++) {
                int left = dice.nextInt(1000);
                for (var driver : USUAL.entrySet()) {
                    left -= driver.getValue();
                    if (left < 0) {
                        come(minute, driver.getKey(), times);
                        break;
                    }
                }
            }
        }
    }

    private void come(long minute, String driver, Map<String, Double> times) {
        String channel = dice.nextInt(3) == 0 ? "CHAT" : "PHONE";
        double many = times.getOrDefault(driver, times.getOrDefault(driver + ":" + channel, 1.0));
        int contacts = (int) many + (dice.nextDouble() < many - (int) many ? 1 : 0);
        for (int i = 0; i < contacts; i++) {
            comes(minute, minute, new Came(minute, channel, driver), 1);
            came.add(new Came(minute, channel, driver));
        }
    }

    /** A change that becomes known in a minute, of what was first known in one. */
    void comes(long first, long known, Came contact, int contacts) {
        var scope = new Scope(new TreeMap<>(
                Map.of("audience", "CUSTOMER", "channel", contact.channel(), "driver", contact.driver())));
        minutes.know(
                new Delta(new Cell(Signal.KNOWN_CONTACTS.toString(), scope).id(), first, known, Tally.of(contacts)));
    }

    /** Ordinary days. */
    void usual(LocalDate from, LocalDate to) {
        come(minute(from, 0), minute(to, 0), Map.of());
    }

    /** A plan for an hour, in contacts by the driver's top level in each of the two channels. */
    void plan(Instant hour, Map<String, Double> phone, Map<String, Double> chat, long offset) {
        var plan =
                new HourPlan(Audience.CUSTOMER, hour, null, Map.of(Channel.PHONE, phone, Channel.CHAT, chat), Map.of());
        minutes.know(new Reference("plan", "CUSTOMER " + hour, minute(FIRST, 0) * 60_000, 0, offset, Json.bytes(plan)));
    }

    ObservedMinutes minutes() {
        return minutes;
    }

    void liveTo(LocalDate day) {
        minutes.liveTo(minute(day, 0));
    }

    /** Everything that came. */
    List<Came> came() {
        return came;
    }

    List<ContactSurge> told() {
        return minutes.published().stream()
                .map(published -> {
                    try {
                        return Json.MAPPER.readValue(published.value(), ContactSurge.class);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /** The last record of each surge, in the order in which they were raised. */
    List<ContactSurge> surges() {
        var last = new LinkedHashMap<String, ContactSurge>();
        told().forEach(surge -> last.put(surge.surgeId(), surge));
        return List.copyOf(last.values());
    }
}
