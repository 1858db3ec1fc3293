package nl.klantstem.insight.steering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.out.DaySteering.Area;
import nl.klantstem.contract.out.DaySteering.Part;
import nl.klantstem.contract.out.DaySteering.Reason;
import nl.klantstem.contract.out.DaySteering.Row;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;
import org.jspecify.annotations.Nullable;

/** The row of all who handle contacts of an audience: by channel, and in each by service partner. */
record Service(Books books, Forecasts forecasts, Rows rows, Span tomorrow) {

    private static final List<String> BY_PARTNER = List.of(Scope.SERVICE_PARTNER);

    Row row(Area area, Audience audience) {
        Counted contacts = books.contacts(like(audience, null, null));
        Planned planned = forecasts.contacts(audience);
        Optional<Reason> unplanned = rows.gaps().ofArea(planned, contacts.in(last24Hours()) + open(audience));
        var reasons = new ArrayList<Reason>();
        unplanned.ifPresent(reasons::add);
        var parts = new ArrayList<Part>();
        for (Channel channel : Channel.values()) {
            List<Outlook> outlooks = outlooks(audience, channel);
            outlooks.forEach(each -> {
                each.overCapacity(tomorrow, last24Hours()).ifPresent(reasons::add);
                parts.add(part(each));
            });
            if (unplanned.isEmpty()) {
                rows.gaps()
                        .ofHours(channel, forecasts.contacts(audience, channel), forecasts.capacity(audience, channel))
                        .ifPresent(reasons::add);
            }
        }
        return rows.row(area, contacts, planned, reasons, parts);
    }

    private long open(Audience audience) {
        return books.open(like(audience, null, null));
    }

    /** Of the channel and each service partner in it; none when nothing comes there and nothing is planned. */
    private List<Outlook> outlooks(Audience audience, Channel channel) {
        SortedSet<String> partners = partners(audience, channel);
        Planned planned = forecasts.contacts(audience, channel);
        if (partners.isEmpty()
                && planned.in(today()).isEmpty()
                && planned.in(tomorrow).isEmpty()) {
            return List.of();
        }
        var outlooks = new ArrayList<Outlook>();
        outlooks.add(new Outlook(
                channel,
                null,
                books.contacts(like(audience, channel, null)),
                planned,
                forecasts.capacity(audience, channel),
                books.open(like(audience, channel, null))));
        for (String partner : partners) {
            outlooks.add(new Outlook(
                    channel,
                    partner,
                    books.contacts(like(audience, channel, partner)),
                    forecasts.contacts(audience, channel, partner),
                    forecasts.capacity(audience, channel, partner),
                    books.open(like(audience, channel, partner))));
        }
        return outlooks;
    }

    /** Who handled contacts in the last 24 hours, has open ones, or is planned to handle some. */
    private SortedSet<String> partners(Audience audience, Channel channel) {
        var partners = new TreeSet<String>();
        Predicate<Scope> like = like(audience, channel, null);
        partners.addAll(books.contacts(BY_PARTNER, like, last24Hours()).keySet());
        partners.addAll(books.contacts(BY_PARTNER, like, today()).keySet());
        partners.addAll(books.open(BY_PARTNER, like).keySet());
        today().hours()
                .forEach(hour -> partners.addAll(
                        forecasts.partners(audience, channel, hour).keySet()));
        tomorrow.hours()
                .forEach(hour -> partners.addAll(
                        forecasts.partners(audience, channel, hour).keySet()));
        return partners;
    }

    private Part part(Outlook outlook) {
        Comparing comparing = rows.comparing();
        return new Part(
                outlook.channel(),
                outlook.partner(),
                comparing.hour(outlook.contacts(), outlook.planned()),
                comparing.today(outlook.contacts(), outlook.planned()),
                null,
                outlook.tomorrow(tomorrow, last24Hours()));
    }

    private Span today() {
        return rows.gaps().times().now().day();
    }

    private Span last24Hours() {
        return rows.gaps().times().last24Hours();
    }

    private static Predicate<Scope> like(Audience audience, @Nullable Channel channel, @Nullable String partner) {
        Map<String, String> labels = new HashMap<>(Map.of(Scope.AUDIENCE, audience.name()));
        if (channel != null) {
            labels.put(Scope.CHANNEL, channel.name());
        }
        if (partner != null) {
            labels.put(Scope.SERVICE_PARTNER, partner);
        }
        return DayBook.like(labels);
    }
}
