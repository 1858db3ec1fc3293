package nl.klantstem.measure.outcomes;

import java.util.EnumMap;
import java.util.Map;
import nl.klantstem.contract.out.ContactOutcomes.BotAgainstHuman;
import nl.klantstem.contract.out.ContactOutcomes.Handling;
import nl.klantstem.contract.out.ContactOutcomes.Verdict;
import nl.klantstem.contract.out.Score;
import nl.klantstem.rolling.Figures;
import nl.klantstem.stats.Nps;
import nl.klantstem.stats.NpsDifference;
import nl.klantstem.stats.TwoDecimals;
import org.jspecify.annotations.Nullable;

/**
 * What the answers about a scope's contacts say, by what handled them.
 *
 * @param counts of an outcome tally, by position
 * @param suppress whether groups too small for privacy are published with their number only
 */
record OutcomeScores(long[] counts, boolean suppress) {

    @Nullable
    Map<Handling, Score> byHandling() {
        var scores = new EnumMap<Handling, Score>(Handling.class);
        for (Handling handling : Handling.values()) {
            @Nullable Score score = Figures.score(nps(handling), suppress);
            if (score != null) {
                scores.put(handling, score);
            }
        }
        return scores.isEmpty() ? null : scores;
    }

    /** The bot held against people; the one may score lower than the other by so many points. */
    @Nullable
    BotAgainstHuman botAgainstHuman(double tolerated) {
        Nps bot = nps(Handling.BOT_ONLY);
        Nps human = nps(Handling.HUMAN_ONLY);
        @Nullable NpsDifference difference = NpsDifference.of(bot, human).orElse(null);
        if (difference == null) {
            return null;
        }
        boolean few = bot.n() < Nps.LOW_N_BELOW || human.n() < Nps.LOW_N_BELOW;
        Verdict verdict = few ? Verdict.TOO_FEW : verdict(difference.verdict(tolerated));
        boolean hidden = Figures.hidden(bot, suppress) || Figures.hidden(human, suppress);
        return hidden
                ? new BotAgainstHuman(null, null, verdict)
                : new BotAgainstHuman(
                        TwoDecimals.of(difference.points()), Figures.interval(difference.margin()), verdict);
    }

    /** Of all answers about the scope's contacts, also where nobody knows what handled them. */
    Nps all() {
        var all = new long[Positions.CATEGORIES];
        for (int i = 0; i < Positions.HANDLINGS * Positions.CATEGORIES; i++) {
            all[i % Positions.CATEGORIES] += counts[Positions.SCORES + i];
        }
        return new Nps(all[0], all[1], all[2]);
    }

    private Nps nps(Handling handling) {
        int at = Positions.SCORES + OutcomeTally.HANDLINGS.indexOf(handling.name()) * Positions.CATEGORIES;
        return new Nps(counts[at], counts[at + 1], counts[at + 2]);
    }

    private static Verdict verdict(NpsDifference.Verdict verdict) {
        return switch (verdict) {
            case NOT_WORSE -> Verdict.NOT_WORSE;
            case WORSE -> Verdict.WORSE;
            case UNDECIDED -> Verdict.UNDECIDED;
        };
    }
}
