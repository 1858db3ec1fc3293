package nl.klantstem.contract.out;

import java.util.List;

/**
 * Cumulative totals that never fall: per score 0..10 the responses, each once, when first known in this scope, and of those the ones that
 * were taken back or counted otherwise since.
 */
public record NpsTotals(List<Long> scores, List<Long> corrected) {
    public NpsTotals {
        scores = List.copyOf(scores);
        corrected = List.copyOf(corrected);
    }
}
