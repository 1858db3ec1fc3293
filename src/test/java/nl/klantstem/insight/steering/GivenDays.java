package nl.klantstem.insight.steering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.HourPlan;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.DaySteering.Area;
import nl.klantstem.contract.out.DaySteering.Kind;
import nl.klantstem.contract.out.DaySteering.Part;
import nl.klantstem.contract.out.DaySteering.Row;
import nl.klantstem.contract.out.DaySteeringKey;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.InsightTerms;
import nl.klantstem.insight.Insights;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Delta;
import nl.klantstem.rolling.ObservedMinutes;
import nl.klantstem.rolling.Reference;
import nl.klantstem.rolling.Tally;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Published;
import org.jspecify.annotations.Nullable;

/** Orders, contacts and plans in Amsterdam with the starter catalogue, and what is told of them. */
final class GivenDays {

    static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    static final long NEVER = Long.MAX_VALUE;

    private final ObservedMinutes minutes;
    private @Nullable Duration every;
    private long offset;

    /** Where a contact came in, and what it is about. */
    record About(Audience audience, Channel channel, String partner, String journey, String driver, String department) {

        static About delivery(Channel channel, String partner) {
            return new About(Audience.CUSTOMER, channel, partner, "order-delivery", "delivery", "logistics");
        }
    }

    /**
     * A contact; minutes since the epoch.
     *
     * @param ended NEVER when it does not
     * @param inTime null when no answer is due
     */
    record Came(
            About about,
            long opened,
            long known,
            long ended,
            @Nullable Boolean inTime) {}

    GivenDays(LocalDate first) {
        this(first, null);
    }

    GivenDays(LocalDate first, @Nullable Duration every) {
        this.every = every;
        minutes = new ObservedMinutes(
                at(first, 0),
                blocks -> new Insights(terms(), blocks, List.of(stored -> new Steering(terms(), stored))));
    }

    private InsightTerms terms() {
        return new InsightTerms(CatalogueFile.starter(), Duration.ofMinutes(5), Duration.ofDays(400), false, every);
    }

    /** Stops, and goes on from what was stored; from now on it is told so often. */
    void restart(@Nullable Duration toldEvery) {
        every = toldEvery;
        minutes.restart();
    }

    /** A minute of the clock on the wall. */
    static long at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(AMSTERDAM).toEpochSecond() / 60;
    }

    static Instant instant(long minute) {
        return Instant.ofEpochSecond(60 * minute);
    }

    void order(long placed, int orders) {
        delta(Signal.PLACED_ORDERS, Map.of("audience", "CUSTOMER"), placed, placed, Tally.of(orders));
    }

    /** Contacts that are opened and closed within the hour, in time. */
    void comes(About about, long opened, int contacts) {
        for (int i = 0; i < contacts; i++) {
            comes(new Came(about, opened, opened, opened + 1, true));
        }
    }

    void comes(Came came) {
        About about = came.about();
        var place = Map.of(
                "audience",
                about.audience().name(),
                "channel",
                about.channel().name(),
                "servicePartnerId",
                about.partner());
        boolean due = came.inTime() != null;
        Tally dated = Tally.of(1, due ? 1 : 0, due && came.inTime() ? 1 : 0);
        delta(Signal.DATED_CONTACTS, place, came.opened(), came.known(), dated);
        delta(Signal.OPEN_CONTACTS, place, came.opened(), came.known(), Tally.of(1));
        if (came.ended() != NEVER) {
            delta(Signal.OPEN_CONTACTS, place, came.opened(), came.ended(), Tally.of(-1));
        }
        var cause = Map.of(
                "audience",
                about.audience().name(),
                "journeyId",
                about.journey(),
                "driver",
                about.driver(),
                "owningDepartment",
                about.department());
        delta(Signal.CONTACT_CAUSES, cause, came.opened(), came.known(), Tally.of(1));
    }

    private void delta(Signal signal, Map<String, String> labels, long at, long known, Tally change) {
        String cell = new Cell(signal.toString(), new Scope(new TreeMap<>(labels))).id();
        minutes.know(new Delta(cell, at - Math.floorMod(at, 60L), known, change));
    }

    /** Plans known before everything: contacts about delivery, and who can handle them. */
    void plan(long hour, Channel channel, double contacts, Map<String, Double> capacity) {
        plan(
                new HourPlan(
                        Audience.CUSTOMER,
                        instant(hour),
                        contacts * 10,
                        Map.of(channel, Map.of("delivery", contacts)),
                        Map.of(channel, capacity)),
                0);
    }

    /** A plan that holds from a minute on. */
    void plan(HourPlan plan, long known) {
        minutes.know(new Reference("plan", plan.key(), known * 60_000, 0, offset++, Json.bytes(plan)));
    }

    /** A plan for all hours of a day. */
    void planDay(LocalDate day, Channel channel, double contacts, Map<String, Double> capacity) {
        Stretch.day(day, AMSTERDAM).hours().forEach(hour -> plan(hour, channel, contacts, capacity));
    }

    /** Lives until the hour that ends then was told. */
    void liveTo(long minute) {
        minutes.liveTo(minute + 5);
    }

    ObservedMinutes minutes() {
        return minutes;
    }

    /** What stands of each key. */
    Map<DaySteeringKey, DaySteering> standing() {
        var standing = new LinkedHashMap<DaySteeringKey, DaySteering>();
        for (Published published : minutes.published()) {
            DaySteeringKey key = read(published.key(), DaySteeringKey.class);
            if (published.value() == null) {
                standing.remove(key);
            } else {
                standing.put(key, read(published.value(), DaySteering.class));
            }
        }
        return standing;
    }

    List<DaySteering> told() {
        var told = new ArrayList<DaySteering>();
        minutes.published().forEach(published -> {
            if (published.value() != null) {
                told.add(read(published.value(), DaySteering.class));
            }
        });
        return told;
    }

    DaySteering hour(long hour) {
        return standing().values().stream()
                .filter(each -> each.kind() == Kind.HOUR && each.from().equals(instant(hour)))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("nothing told of the hour " + instant(hour)));
    }

    DaySteering day(LocalDate date) {
        return standing().values().stream()
                .filter(each -> each.kind() == Kind.DAY && each.date().equals(date))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("nothing told of the day " + date));
    }

    static Row row(DaySteering told, Area area) {
        return told.rows().stream()
                .filter(row -> row.area() == area)
                .findFirst()
                .orElseThrow();
    }

    static Part part(Row row, Channel channel, @Nullable String partner) {
        return row.parts().stream()
                .filter(part -> part.channel() == channel
                        && (partner == null
                                ? part.servicePartnerId() == null
                                : partner.equals(part.servicePartnerId())))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T read(byte[] json, Class<T> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
