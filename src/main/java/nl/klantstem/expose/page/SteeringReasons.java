package nl.klantstem.expose.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.DaySteering.Area;
import nl.klantstem.contract.out.DaySteering.Reason;
import nl.klantstem.contract.out.DaySteeringKey;
import nl.klantstem.expose.board.Told;
import org.jspecify.annotations.Nullable;

/** Why an area must adjust: where, by how many contacts, and in which hours. */
final class SteeringReasons {

    private static final Duration HOUR = Duration.ofHours(1);
    /** Below it a part of a contact counts. */
    private static final int FEW = 10;

    private final Written written;
    private final Words words;
    private final Names names;
    private final How how;

    SteeringReasons(Written written, Names names) {
        this.written = written;
        this.words = written.words();
        this.names = names;
        this.how = new How(written);
    }

    /** All reasons of a record; when there is none, that is said if it is of now. */
    List<Part> of(Told<DaySteeringKey, DaySteering> told, boolean ofNow) {
        var parts = new ArrayList<Part>();
        told.value().rows().forEach(row -> row.reasons().forEach(reason -> parts.add(part(row.area(), reason, told))));
        if (parts.isEmpty() && ofNow) {
            var html = new Html().open("li", "class", "empty", "data-key", "none");
            html.text(words.say("steering.noreason")).close("li");
            parts.add(new Part("none", html.toString()));
        }
        return parts;
    }

    private Part part(Area area, Reason reason, Told<DaySteeringKey, DaySteering> told) {
        String key = area + "/" + reason.code() + "/" + reason.channel() + "/" + reason.servicePartnerId();
        String kind = reason.servicePartnerId() == null ? "reason" : "reason of-partner";
        var html = new Html().open("li", "class", kind, "data-key", key);
        html.open("strong").text(words.say("area", area));
        if (reason.channel() != null) {
            html.text(" \u00b7 ").text(names.channel(reason.channel().name()));
        }
        if (reason.servicePartnerId() != null) {
            html.text(" \u00b7 ").name(names.servicePartner(reason.servicePartnerId()));
        }
        html.close("strong").text(" ");
        String formula = words.say("formula.reason." + reason.code());
        html.add(how.of(why(reason), formula, Map.of(), told, told.value().asOf()));
        html.text(" ").span("span", "n", hours(reason.hours()));
        return new Part(key, html.close("li").toString());
    }

    private Html why(Reason reason) {
        @Nullable Double shortfall = reason.shortfall();
        var html = new Html().text(words.say("reason", reason.code()));
        if (shortfall != null) {
            String contacts = written.plain(shortfall, shortfall < FEW ? 1 : 0);
            html.text(": ").span("span", "value", words.say("shortfall." + reason.code(), contacts));
        }
        return html;
    }

    /** 28 Nov 09:00-12:00, 15:00-16:00: hours that follow each other together. */
    private String hours(List<Instant> hours) {
        var text = new StringBuilder();
        @Nullable LocalDate day = null;
        @Nullable Instant from = null;
        @Nullable Instant to = null;
        for (var hour : new TreeSet<>(hours)) {
            if (from == null || !hour.equals(to)) {
                day = append(text, day, from, to);
                from = hour;
            }
            to = hour.plus(HOUR);
        }
        append(text, day, from, to);
        return text.toString();
    }

    private @Nullable LocalDate append(
            StringBuilder text, @Nullable LocalDate before, @Nullable Instant from, @Nullable Instant to) {
        if (from == null || to == null) {
            return before;
        }
        var day = from.atZone(written.zone()).toLocalDate();
        text.append(text.length() == 0 ? "" : ", ");
        text.append(day.equals(before) ? "" : written.day(day) + " ");
        text.append(written.minute(from)).append('\u2013').append(written.end(to));
        return day;
    }
}
