package nl.klantstem.expose.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.DaySteering.Area;
import nl.klantstem.contract.out.DaySteering.Figure;
import nl.klantstem.contract.out.DaySteering.Readiness;
import nl.klantstem.contract.out.DaySteering.Row;
import nl.klantstem.contract.out.DaySteeringKey;
import nl.klantstem.expose.board.Board;
import nl.klantstem.expose.board.Timeliness;
import nl.klantstem.expose.board.Told;
import org.jspecify.annotations.Nullable;

/** Day steering: the day so far, its last hour and the last closed day, each against the same, and tomorrow. */
final class SteeringParts {

    /** An hour is told some minutes after its end, and stands for the hour after. */
    private static final Duration OLD = Duration.ofHours(2);

    private final Board board;
    private final Written written;
    private final Words words;
    private final Names names;
    private final SteeringFigures figures;

    SteeringParts(Board board, Written written, Names names) {
        this.board = board;
        this.written = written;
        this.words = written.words();
        this.names = names;
        this.figures = new SteeringFigures(written);
    }

    /** A table of areas: what it is of, and what is said when there is nothing. */
    private record Table(
            @Nullable Told<DaySteeringKey, DaySteering> told,
            Function<Row, @Nullable Figure> figure,
            String empty,
            boolean tomorrow) {}

    Map<String, List<Part>> lists() {
        @Nullable Told<DaySteeringKey, DaySteering> hour = board.daySteering().hour();
        @Nullable Told<DaySteeringKey, DaySteering> day = board.daySteering().day();
        var lists = new LinkedHashMap<String, List<Part>>();
        lists.put("steering.note", hour == null ? List.of() : notes(hour.value()));
        lists.put(
                "steering.today.caption",
                caption(hour == null ? words.say("steering.today.none") : today(hour.value())));
        lists.put("steering.today", rows(new Table(hour, Row::today, "empty.steering", true)));
        lists.put(
                "steering.reasons",
                hour == null ? List.of() : new SteeringReasons(written, names).of(hour, isOfNow(hour.value())));
        lists.put(
                "steering.hour.caption", caption(hour == null ? words.say("steering.hour.none") : hour(hour.value())));
        lists.put("steering.hour", rows(new Table(hour, Row::hour, "empty.steering.hour", false)));
        lists.put("steering.day.caption", caption(day == null ? words.say("steering.day.none") : day(day.value())));
        lists.put("steering.day", rows(new Table(day, Row::today, "empty.steering.day", false)));
        return lists;
    }

    private List<Part> notes(DaySteering of) {
        var notes = new ArrayList<Part>();
        var overall = new Html()
                .open("p", "class", "overall", "data-key", "overall")
                .text(words.say("steering.tomorrow", written.day(of.tomorrow())) + " ")
                .add(stand(of.readiness(), of))
                .close("p");
        notes.add(new Part("overall", overall.toString()));
        String against = of.peak() == null ? "steering.against.year" : "steering.against.peak";
        String lastPeak = written.dayOfYear(of.lastPeak());
        notes.add(note("against", words.say(against, written.day(of.lastWeek()), lastPeak)));
        @Nullable Instant upTo = board.data().upTo();
        if (upTo != null && upTo.isAfter(of.to().plus(OLD))) {
            notes.add(note("old", words.say("steering.old", written.moment(of.to()))));
        }
        if (of.rows().stream().allMatch(SteeringParts::hasNoPlan)) {
            notes.add(note("noplan", words.say("steering.noplan")));
        }
        return notes;
    }

    private static Part note(String key, String text) {
        var html = new Html().open("p", "class", key, "data-key", key).text(text);
        return new Part(key, html.close("p").toString());
    }

    private static boolean hasNoPlan(Row row) {
        return row.today().plan() == null && (row.hour() == null || row.hour().plan() == null);
    }

    private static List<Part> caption(String text) {
        return List.of(new Part(
                "caption",
                new Html()
                        .open("span", "data-key", "caption")
                        .text(text)
                        .close("span")
                        .toString()));
    }

    private String today(DaySteering of) {
        return words.say("steering.today", written.day(of.date()), written.end(of.to()));
    }

    private String hour(DaySteering of) {
        return words.say("steering.hour", written.minute(of.from()), written.end(of.to()));
    }

    private String day(DaySteering of) {
        return words.say("steering.day", written.day(of.date()));
    }

    private List<Part> rows(Table table) {
        @Nullable Told<DaySteeringKey, DaySteering> told = table.told();
        if (told == null) {
            boolean reading = board.data().state() == Timeliness.State.READING;
            var html = new Html()
                    .open("tr", "class", "empty", "data-key", "none")
                    .open("td", "colspan", table.tomorrow() ? "7" : "6")
                    .text(words.say(reading ? "empty.reading" : table.empty()))
                    .close("td")
                    .close("tr");
            return List.of(new Part("none", html.toString()));
        }
        return told.value().rows().stream().map(row -> part(row, table, told)).toList();
    }

    private Part part(Row row, Table table, Told<DaySteeringKey, DaySteering> told) {
        Area area = row.area();
        var html = new Html().open("tr", "data-key", area.name());
        html.open("th", "scope", "row").text(words.say("area", area)).close("th");
        html.add(figures.cells(row, table.figure().apply(row), told));
        if (table.tomorrow()) {
            html.open("td", "class", "stands")
                    .add(stand(row.readiness(), told.value()))
                    .close("td");
        }
        return new Part(area.name(), html.close("tr").toString());
    }

    /** What was said before the data stood still is not said of now. */
    private Html stand(Readiness readiness, DaySteering of) {
        String said = words.say("readiness", readiness);
        if (!isOfNow(of)) {
            return new Html().span("span", "pill was", words.say("steering.was", said, written.end(of.to())));
        }
        return new Html().span("span", readiness == Readiness.READY ? "pill ready" : "pill adjust", said);
    }

    private boolean isOfNow(DaySteering of) {
        @Nullable Instant upTo = board.data().upTo();
        return board.data().state() == Timeliness.State.LIVE
                && (upTo == null || !upTo.isAfter(of.to().plus(OLD)));
    }
}
