package nl.klantstem.measure.nps;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.measure.Cubes;
import nl.klantstem.measure.Dimensions;
import nl.klantstem.rolling.Contribution;
import nl.klantstem.rolling.Tally;
import org.jspecify.annotations.Nullable;

/** A response of a programme that feeds NPS counts its score, and csat and ces when given, in each cell that the catalogue's cubes name. */
public final class NpsMeasure {

    public static final String NAME = "nps";

    /** Positions of a tally: the eleven scores, then what follows. */
    static final int SCORES = 11;

    static final int LATE = 11;
    static final int UNMATCHED = 12;
    static final int CSAT_N = 13;
    static final int CSAT_SUM = 14;
    static final int CES_N = 15;
    static final int CES_SUM = 16;
    static final int WIDTH = 17;

    private NpsMeasure() {}

    public static List<Contribution> contributions(ResponseFact fact, Catalogue catalogue) {
        if (!fact.programme().feedsNps()) {
            return List.of();
        }
        var cells = Dimensions.cellsOfProgramme(NAME, catalogue, fact);
        return Cubes.contributions(cells, fact.answeredAt(), tally(fact));
    }

    static Tally tally(ResponseFact fact) {
        var counts = new long[WIDTH];
        @Nullable Integer nps = fact.nps();
        if (nps != null) {
            counts[nps] = 1;
            counts[LATE] = fact.late() ? 1 : 0;
            counts[UNMATCHED] = fact.unmatched() != null ? 1 : 0;
        }
        @Nullable Integer csat = fact.csat();
        if (csat != null) {
            counts[CSAT_N] = 1;
            counts[CSAT_SUM] = csat;
        }
        @Nullable Integer ces = fact.ces();
        if (ces != null) {
            counts[CES_N] = 1;
            counts[CES_SUM] = ces;
        }
        return Tally.of(counts);
    }

    static List<Long> scores(long[] counts, int from) {
        return LongStream.of(Arrays.copyOfRange(counts, from, from + SCORES))
                .boxed()
                .toList();
    }
}
