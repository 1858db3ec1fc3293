package nl.klantstem.insight;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.rolling.ClosedMinute;
import nl.klantstem.rolling.Delta;
import nl.klantstem.rolling.LocalDays;
import nl.klantstem.rolling.Observer;
import nl.klantstem.topic.Published;

/** Keeps the books by local day, and lets the judges look at each closed minute, one after another. */
public final class Insights implements Observer {

    private final DayBook answers;
    private final DayBook instances;
    private final LocalDays days;
    private final long allowance;
    private final List<Judge> judges;

    /**
     * As it was stored.
     *
     * @param judges each made from what is stored of it
     */
    public Insights(InsightTerms terms, Blocks blocks, List<Function<Blocks, Judge>> judges) {
        var layout = DayBook.Layout.days(terms.retention());
        this.answers = new DayBook(Signal.DATED_ANSWERS, layout, blocks);
        this.instances = new DayBook(Signal.DATED_INSTANCES, layout, blocks);
        this.days = new LocalDays(terms.zone());
        this.allowance = terms.allowance().toMinutes();
        this.judges = judges.stream().map(judge -> judge.apply(blocks)).toList();
    }

    @Override
    public void minute(ClosedMinute closed, Consumer<Published> out) {
        for (Delta delta : closed.known()) {
            if (DayBook.isOf(Signal.DATED_ANSWERS, delta.cell())) {
                answers.take(delta);
            } else if (DayBook.isOf(Signal.DATED_INSTANCES, delta.cell())) {
                instances.take(delta);
            }
        }
        var now = new Now(closed, answers, instances, days, allowance);
        judges.forEach(judge -> judge.minute(now, out));
        if (now.endsDay()) {
            answers.forget(closed.minute());
            instances.forget(closed.minute());
        }
    }

    @Override
    public void flush(Blocks blocks) {
        answers.flush(blocks);
        instances.flush(blocks);
        judges.forEach(judge -> judge.flush(blocks));
    }
}
