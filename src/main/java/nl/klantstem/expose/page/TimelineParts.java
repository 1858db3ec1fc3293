package nl.klantstem.expose.page;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.Interval;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.contract.out.PointsChange;
import nl.klantstem.expose.board.Board;
import nl.klantstem.expose.board.Timeliness;
import nl.klantstem.expose.board.Told;
import org.jspecify.annotations.Nullable;

/** What happened: alerts, surges of contacts and measures; what goes on first, then the youngest first. */
final class TimelineParts {

    private static final int MOST = 24;
    private static final int DRIVERS = 3;

    private final Written written;
    private final Words words;
    private final Names names;
    private final How how;
    private final @Nullable Instant upTo;

    private record Entry(boolean open, Instant at, Part part) {}

    TimelineParts(Written written, Names names, @Nullable Instant upTo) {
        this.written = written;
        this.words = written.words();
        this.names = names;
        this.how = new How(written);
        this.upTo = upTo;
    }

    List<Part> of(Board board) {
        var entries = new ArrayList<Entry>();
        board.alerts().forEach(told -> entries.add(alert(told)));
        board.surges().forEach(told -> entries.add(surge(told)));
        board.measures().forEach(told -> entries.add(measure(told)));
        if (entries.isEmpty()) {
            boolean read = board.data().state() != Timeliness.State.READING;
            var html = new Html()
                    .open("li", "class", "empty", "data-key", "none")
                    .text(words.say(read ? "empty.timeline" : "empty.reading"))
                    .close("li");
            return List.of(new Part("none", html.toString()));
        }
        entries.sort(Comparator.comparing((Entry entry) -> !entry.open())
                .thenComparing(Entry::at, Comparator.reverseOrder()));
        var parts =
                new ArrayList<>(entries.stream().limit(MOST).map(Entry::part).toList());
        if (entries.size() > MOST) {
            var html = new Html()
                    .open("li", "class", "empty", "data-key", "more")
                    .text(words.say("more", entries.size() - MOST))
                    .close("li");
            parts.add(new Part("more", html.toString()));
        }
        return parts;
    }

    private Entry alert(Told<?, NpsAlert> told) {
        var alert = told.value();
        boolean open = alert.state() == NpsAlert.State.OPEN;
        boolean drop = alert.kind() == NpsAlert.Kind.DROP;
        var body = new Html();
        body.open("p", "class", "size")
                .add(how.of(size(alert), "formula.ALERT", told, alert.asOf()))
                .close("p");
        if (!alert.topDrivers().isEmpty()) {
            String drivers = alert.topDrivers().stream()
                    .limit(DRIVERS)
                    .map(each -> names.driver(each.driver()) + " (" + each.detractors() + ")")
                    .collect(Collectors.joining(", "));
            body.open("p").text(words.say("alert.drivers", drivers)).close("p");
        }
        if (!alert.also().isEmpty()) {
            String also = alert.also().stream()
                    .map(member -> names.scope(member.scope()))
                    .collect(Collectors.joining(", "));
            body.open("p").text(words.say("alert.also", also)).close("p");
        }
        links(body, alert.links());
        return entry(
                "alert/" + alert.alertId(),
                new Head(
                        drop ? "drop" : "improved",
                        words.say("alert." + alert.kind()),
                        names.scope(alert.scope()),
                        words.say("alertstate." + alert.state()),
                        open,
                        alert.since(),
                        alert.endedAt()),
                body);
    }

    private Html size(NpsAlert alert) {
        PointsChange size = alert.size();
        var html = new Html();
        if (size.points() != null) {
            html.span("span", "value", words.say("points", written.signed(size.points())));
            if (size.low() != null && size.high() != null) {
                html.text(" ").span("span", "margin", how.range(new Interval(size.low(), size.high())));
            }
        }
        return html.text(" ").span("span", "n", words.say("alert.n", written.whole(alert.n())));
    }

    /** Only where a browser may go by a click: a link is data, and could be a script. */
    private void links(Html body, NpsAlert.@Nullable Links links) {
        if (links == null) {
            return;
        }
        var html = new Html();
        link(html, links.dashboard(), "link.dashboard");
        link(html, links.runbook(), "link.runbook");
        body.open("p", "class", "links").add(html).close("p");
    }

    private void link(Html html, @Nullable String address, String key) {
        if (address != null && (address.startsWith("https://") || address.startsWith("http://"))) {
            html.open("a", "href", address, "rel", "noreferrer")
                    .text(words.say(key))
                    .close("a")
                    .text(" ");
        }
    }

    private Entry surge(Told<?, ContactSurge> told) {
        var surge = told.value();
        var shown = new Html();
        if (surge.ratio() != null) {
            shown.span("span", "value", words.say("times", written.plain(surge.ratio(), 2)));
            if (surge.interval() != null) {
                String range = words.say(
                        "range",
                        written.plain(surge.interval().low(), 2),
                        written.plain(surge.interval().high(), 2));
                shown.text(" ").span("span", "margin", range);
            }
        }
        shown.text(" ")
                .span(
                        "span",
                        "n",
                        words.say("surge.n", written.whole(surge.contacts()), written.plain(surge.expected(), 0)));
        var body = new Html()
                .open("p", "class", "size")
                .add(how.of(shown, "formula.SURGE", told, surge.asOf()))
                .close("p");
        if (!surge.parts().isEmpty()) {
            String parts = surge.parts().stream()
                    .limit(DRIVERS)
                    .map(each -> names.driver(each.driver()) + " (" + names.channel(each.channel()) + ", "
                            + written.signed(each.surplus()) + ")")
                    .collect(Collectors.joining(", "));
            body.open("p").text(words.say("surge.parts", parts)).close("p");
        }
        return entry(
                "surge/" + surge.surgeId(),
                new Head(
                        "surge",
                        words.say("surge.title"),
                        names.scope(surge.scope()),
                        words.say("surgestate." + surge.state()),
                        surge.state() == ContactSurge.State.OPEN,
                        surge.since(),
                        surge.endedAt()),
                body);
    }

    private Entry measure(Told<?, MeasureEffect> told) {
        var measure = told.value();
        var shown = new Html();
        var effect = measure.nps() == null ? null : measure.nps().effect();
        if (effect == null) {
            shown.span("span", "n", words.say("measure.none"));
        } else {
            boolean last = measure.state() == MeasureEffect.State.FINAL;
            var interval = last ? effect.interval() : effect.anytimeInterval();
            shown.span("span", "value", words.say("points", written.signed(effect.points())))
                    .text(" ")
                    .span("span", "margin", how.range(interval));
        }
        var body = new Html()
                .open("p", "class", "size")
                .add(how.of(shown, "formula.MEASURE", told, measure.asOf()))
                .close("p");
        String verdict = measure.verdict() == null
                ? words.say("measurestate." + measure.state())
                : words.say("verdict." + measure.verdict()) + " · " + words.say("measurestate." + measure.state());
        if (measure.bundle() != null) {
            body.open("p")
                    .text(words.say(
                            "measure.bundle", measure.bundle().measureIds().size()))
                    .close("p");
        }
        return entry(
                "measure/" + measure.measureId(),
                new Head(
                        "measure",
                        words.say("measure.title"),
                        measure.name(),
                        verdict,
                        false,
                        measure.effectiveAt(),
                        null),
                body);
    }

    /** What an entry says first. */
    private record Head(
            String kind,
            String title,
            String about,
            String state,
            boolean open,
            Instant since,
            @Nullable Instant ended) {}

    private Entry entry(String key, Head head, Html body) {
        String kind = "event " + head.kind().toLowerCase(Locale.ROOT) + (head.open() ? " open" : "");
        var html = new Html().open("li", "class", kind, "data-key", key);
        html.open("h3")
                .span("span", "pill " + head.kind(), head.title())
                .text(" ")
                .name(head.about())
                .close("h3");
        html.open("p", "class", "when")
                .open("time", "datetime", head.since().toString())
                .text(words.say("since", moment(head.since())))
                .close("time");
        if (head.ended() != null && !head.open()) {
            html.text(" · " + words.say("until", moment(head.ended())));
        }
        html.text(" · ").span("span", "stand", head.state()).close("p");
        return new Entry(
                head.open(),
                head.since(),
                new Part(key, html.add(body).close("li").toString()));
    }

    private String moment(Instant at) {
        ZonedDateTime data = (upTo == null ? at : upTo).atZone(written.zone());
        return written.moment(at, data);
    }
}
