package nl.klantstem.expose.page;

import java.util.LinkedHashMap;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.DaySteering.Area;
import nl.klantstem.contract.out.DaySteering.Figure;
import nl.klantstem.contract.out.DaySteering.Row;
import nl.klantstem.contract.out.DaySteeringKey;
import nl.klantstem.expose.board.Told;
import org.jspecify.annotations.Nullable;

/** What an area did, what was planned of it, and what it did before: five cells. What is not known is a dash. */
final class SteeringFigures {

    private static final String NONE = "\u2013";

    private final Written written;
    private final Words words;
    private final How how;

    SteeringFigures(Written written) {
        this.written = written;
        this.words = written.words();
        this.how = new How(written);
    }

    Html cells(Row row, @Nullable Figure figure, Told<DaySteeringKey, DaySteering> told) {
        Area area = row.area();
        var of = figure == null ? new Figure(null, null, null, null, null, null) : figure;
        return new Html()
                .add(cell("num actual", actual(row, of, told)))
                .add(cell("num plan", shown(area, of.plan())))
                .add(cell("num deviation", deviation(area, of)))
                .add(cell("num week", shown(area, of.lastWeek())))
                .add(cell("num peakday", shown(area, of.lastPeak())));
    }

    private static Html cell(String kind, Html shown) {
        return new Html().open("td", "class", kind).add(shown).close("td");
    }

    /** The first number of a row opens, and explains them all. */
    private Html actual(Row row, Figure figure, Told<DaySteeringKey, DaySteering> told) {
        Area area = row.area();
        DaySteering of = told.value();
        var lines = new LinkedHashMap<String, String>();
        lines.put(words.say("col.actual"), written(area, figure.actual()));
        lines.put(words.say("col.plan"), written(area, figure.plan()));
        lines.put(
                words.say("col.lastWeek") + ", " + written.dayOfYear(of.lastWeek()), written(area, figure.lastWeek()));
        lines.put(
                words.say("col.lastPeak") + ", " + written.dayOfYear(of.lastPeak()), written(area, figure.lastPeak()));
        if (row.plannedDay() != null) {
            lines.put(words.say("steering.plannedDay"), written(area, row.plannedDay()));
        }
        String explained = words.say("formula.area." + area) + " " + words.say("formula.steering");
        return how.of(shown(area, figure.actual()), explained, lines, told, of.asOf());
    }

    private Html shown(Area area, @Nullable Double value) {
        return new Html().span("span", value == null ? "value none" : "value", written(area, value));
    }

    private String written(Area area, @Nullable Double value) {
        if (value == null) {
            return NONE;
        }
        return area == Area.SERVICE_LEVELS ? written.percent(value) : written.plain(value, 0);
    }

    private Html deviation(Area area, Figure of) {
        @Nullable Double deviation = of.deviation();
        if (deviation == null) {
            return shown(area, null);
        }
        if (area == Area.SERVICE_LEVELS) {
            return new Html()
                    .span("span", "value", written.signed(deviation * 100))
                    .text(" ")
                    .span("span", "n", words.say("steering.points"));
        }
        var html = new Html().span("span", "value", written.signed(deviation, 0));
        return of.deviationRatio() == null
                ? html
                : html.text(" ").span("span", "n", written.change(of.deviationRatio()));
    }
}
