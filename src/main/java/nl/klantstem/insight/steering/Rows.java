package nl.klantstem.insight.steering;

import java.util.List;
import java.util.stream.Stream;
import nl.klantstem.contract.out.DaySteering.Area;
import nl.klantstem.contract.out.DaySteering.Figure;
import nl.klantstem.contract.out.DaySteering.Part;
import nl.klantstem.contract.out.DaySteering.Readiness;
import nl.klantstem.contract.out.DaySteering.Reason;
import nl.klantstem.contract.out.DaySteering.Row;

/** A row of one number without parts, and what is the same in all rows. */
record Rows(Comparing comparing, Gaps gaps) {

    /** What is counted against what is planned; ready when tomorrow is planned. */
    Row plain(Area area, Counted counted, Planned planned) {
        List<Reason> reasons = gaps.ofArea(planned, counted.in(gaps.times().last24Hours())).stream()
                .toList();
        return row(area, counted, planned, reasons, List.of());
    }

    Row row(Area area, Counted counted, Planned planned, List<Reason> reasons, List<Part> parts) {
        Figure today = comparing.today(counted, planned);
        return new Row(
                area,
                comparing.hour(counted, planned),
                today,
                comparing.plannedDay(planned),
                readiness(reasons),
                reasons,
                parts);
    }

    static Readiness readiness(List<Reason> reasons) {
        return reasons.isEmpty() ? Readiness.READY : Readiness.ADJUST;
    }

    /** Of all rows together. */
    static Readiness readiness(Stream<Row> rows) {
        return rows.anyMatch(row -> row.readiness() == Readiness.ADJUST) ? Readiness.ADJUST : Readiness.READY;
    }
}
