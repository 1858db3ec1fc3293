package nl.klantstem.expose.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.expose.board.Board;
import nl.klantstem.expose.board.Peak;
import nl.klantstem.expose.board.Reading;
import nl.klantstem.expose.board.Timeliness;
import org.jspecify.annotations.Nullable;

/** The bar at the top: of when the data are, the day of the peak; and the line that says whether anything is wrong. */
final class TopParts {

    private final Board board;
    private final Written written;
    private final Words words;
    private final Names names;
    private final Instant now;

    TopParts(Board board, Written written, Names names, Instant now) {
        this.board = board;
        this.written = written;
        this.words = written.words();
        this.names = names;
        this.now = now;
    }

    List<Part> bar() {
        var parts = new ArrayList<Part>();
        @Nullable Peak peak = board.peak();
        if (peak != null) {
            parts.add(new Part(
                    "peak",
                    new Html()
                            .open("span", "class", "peak", "data-key", "peak")
                            .text(peak(peak))
                            .close("span")
                            .toString()));
        }
        parts.add(new Part("age", age().toString()));
        return parts;
    }

    /** Black Friday, Black Friday +2, Sinterklaas -3. */
    private String peak(Peak peak) {
        String anchor = words.say("anchor", peak.anchor());
        return peak.days() == 0 ? anchor : anchor + " " + (peak.days() > 0 ? "+" : "\u2212") + Math.abs(peak.days());
    }

    private Html age() {
        var data = board.data();
        @Nullable Instant upTo = data.upTo();
        var html = new Html()
                .open("span", "class", "age " + data.state().name().toLowerCase(Locale.ROOT), "data-key", "age");
        html.span("span", "state", words.say("state", data.state()));
        if (upTo != null) {
            var date = upTo.atZone(written.zone()).toLocalDate();
            html.text(words.say("age.upTo") + " ")
                    .open("time", "datetime", upTo.toString())
                    .text(written.dayOfYear(date) + " " + written.clock(upTo))
                    .close("time");
            if (data.ageSeconds() != null) {
                html.text(words.say("age.old", written.duration(Duration.ofSeconds(data.ageSeconds()))));
            }
        }
        return html.close("span");
    }

    /** What keeps the page from being of now, if anything does. */
    List<Part> banner() {
        var data = board.data();
        @Nullable
        String text =
                switch (data.state()) {
                    case LIVE -> null;
                    case EMPTY -> words.say("banner.EMPTY");
                    case STALE -> stale(data);
                    case STOPPED -> words.say("banner.STOPPED");
                    case READING -> reading(data.reading());
                };
        if (text == null) {
            return List.of();
        }
        var kind = "banner " + data.state().name().toLowerCase(Locale.ROOT);
        return List.of(new Part(
                "banner",
                new Html()
                        .open("p", "class", kind, "data-key", "banner")
                        .text(text)
                        .close("p")
                        .toString()));
    }

    private String stale(Timeliness data) {
        @Nullable Instant moved = data.movedAt();
        var still = moved == null ? Duration.ZERO : Duration.between(moved, now);
        String upTo = data.upTo() == null ? "" : written.moment(data.upTo());
        return still.compareTo(Duration.ofMinutes(1)) >= 0
                ? words.say("banner.STALE", written.duration(still), upTo)
                : words.say("banner.BEHIND", upTo);
    }

    private String reading(Reading reading) {
        String detail = reading.detail() == null ? "" : reading.detail();
        return words.say("reading." + reading.phase(), reading.percent(), detail);
    }

    /** What goes on: read out when it changes. */
    List<Part> alertLine() {
        var html = new Html().open("span", "class", "line", "data-key", "line");
        int open = 0;
        for (var told : board.alerts()) {
            var alert = told.value();
            if (alert.state() == NpsAlert.State.OPEN) {
                open++;
                String since = written.moment(alert.since());
                html.span(
                        "span",
                        "alarm " + alert.kind().name().toLowerCase(Locale.ROOT),
                        words.say("line." + alert.kind(), names.scope(alert.scope()), since));
            }
        }
        for (var told : board.surges()) {
            if (told.value().state() == ContactSurge.State.OPEN) {
                open++;
                String about = names.scope(told.value().scope());
                html.span("span", "alarm surge", words.say("line.surge", about));
            }
        }
        if (open == 0) {
            boolean known = board.data().state() == Timeliness.State.LIVE;
            html.span("span", known ? "calm" : "", words.say(known ? "line.calm" : "line.unknown"));
        }
        return List.of(new Part("line", html.close("span").toString()));
    }
}
