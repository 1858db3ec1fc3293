package nl.klantstem.expose.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import nl.klantstem.contract.out.Interval;
import nl.klantstem.expose.board.Figure;
import nl.klantstem.expose.board.JourneyRow;
import org.jspecify.annotations.Nullable;

/**
 * Scores drawn: a line of days, and a score with its interval. All rows share one scale, so that they can be compared. What
 * is drawn is written beside it, so a reader who cannot see misses nothing.
 *
 * @param low of the scale, in NPS points
 * @param high of the scale
 * @param last the youngest day that is drawn, at the right edge
 */
record Drawings(double low, double high, LocalDate last) {

    private static final int WIDTH = 132;
    private static final int HEIGHT = 30;
    private static final int EDGE = 4;
    private static final int DAYS = 28;
    private static final double STEP = 20;
    private static final double NARROWEST = 40;

    /** The narrowest round scale on which everything that is drawn of these rows fits. */
    static Drawings fitting(List<JourneyRow> rows) {
        double low = 100;
        double high = -100;
        var last = LocalDate.MIN;
        for (var row : rows) {
            for (var day : row.days()) {
                last = day.date().isAfter(last) ? day.date() : last;
                if (day.nps().doubt() == Figure.Doubt.OK && day.nps().value() != null) {
                    low = Math.min(low, day.nps().value());
                    high = Math.max(high, day.nps().value());
                }
            }
        }
        if (low > high) {
            return new Drawings(-100, 100, last);
        }
        double bottom = Math.max(-100, Math.floor(low / STEP) * STEP);
        double top = Math.min(100, Math.max(Math.ceil(high / STEP) * STEP, bottom + NARROWEST));
        return new Drawings(Math.min(bottom, top - NARROWEST), top, last);
    }

    /** The last days: a line through those with enough answers, a faint dot for one with few, a gap for none. */
    Html days(List<JourneyRow.Day> days) {
        var html = svg("spark");
        if (low < 0 && high > 0) {
            line(html, "zero", EDGE, y(0), WIDTH - EDGE, y(0));
        }
        var path = new StringBuilder();
        LocalDate before = LocalDate.MIN;
        for (var day : days) {
            @Nullable Double nps = day.nps().value();
            if (nps == null) {
                continue;
            }
            double x = x(day.date());
            if (day.nps().doubt() == Figure.Doubt.OK) {
                path.append(before.plusDays(1).equals(day.date()) ? 'L' : 'M').append(point(x, y(nps)));
                before = day.date();
                if (day.date().equals(last)) {
                    dot(html, "last", x, y(nps), "2.6");
                }
            } else {
                dot(html, "few", x, y(nps), "1.3");
            }
        }
        if (path.length() > 0) {
            html.open("path", "class", "line", "d", path.toString()).close("path");
        }
        return html.close("svg");
    }

    /** A score with its interval on -100 to 100, and the target. */
    static Html band(Figure figure, @Nullable Integer target) {
        var html = svg("band");
        double middle = HEIGHT / 2.0;
        line(html, "track", EDGE, middle, WIDTH - EDGE, middle);
        line(html, "zero", across(0), middle - 5, across(0), middle + 5);
        if (target != null) {
            line(html, "target", across(target), middle - 9, across(target), middle + 9);
        }
        @Nullable Interval interval = figure.interval();
        @Nullable Double value = figure.value();
        if (interval != null && value != null) {
            String kind = figure.doubt() == Figure.Doubt.OK ? "range" : "range few";
            line(html, kind, across(interval.low()), middle, across(interval.high()), middle);
            dot(html, figure.doubt() == Figure.Doubt.OK ? "value" : "value few", across(value), middle, "4");
        }
        return html.close("svg");
    }

    private static double across(double nps) {
        return EDGE + (nps + 100) / 200 * (WIDTH - 2 * EDGE);
    }

    private double x(LocalDate date) {
        long back = ChronoUnit.DAYS.between(date, last);
        return WIDTH - EDGE - back * (WIDTH - 2.0 * EDGE) / (DAYS - 1);
    }

    private double y(double nps) {
        double within = Math.max(low, Math.min(high, nps));
        return HEIGHT - EDGE - (within - low) / (high - low) * (HEIGHT - 2 * EDGE);
    }

    private static Html svg(String kind) {
        return new Html()
                .open(
                        "svg",
                        "class",
                        kind,
                        "viewBox",
                        "0 0 " + WIDTH + " " + HEIGHT,
                        "aria-hidden",
                        "true",
                        "focusable",
                        "false");
    }

    private static void line(Html html, String kind, double x1, double y1, double x2, double y2) {
        html.open("line", "class", kind, "x1", short1(x1), "y1", short1(y1), "x2", short1(x2), "y2", short1(y2))
                .close("line");
    }

    private static void dot(Html html, String kind, double x, double y, String radius) {
        html.open("circle", "class", kind, "cx", short1(x), "cy", short1(y), "r", radius)
                .close("circle");
    }

    private static String point(double x, double y) {
        return short1(x) + " " + short1(y);
    }

    private static String short1(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
