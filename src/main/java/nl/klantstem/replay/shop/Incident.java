package nl.klantstem.replay.shop;

import java.time.Instant;
import java.util.List;

/**
 * Something goes wrong in a journey of customers: nearly all who come with its main driver and would have been promoters are
 * detractors.
 *
 * @param journeyId one of {@link #journeys}
 * @param from answers given from then on
 */
public record Incident(String journeyId, Instant from) {

    private static final double SPOILT = 0.9;

    public Incident {
        if (!journeys().contains(journeyId)) {
            throw new IllegalArgumentException("the shop has no journey '" + journeyId + "', it has " + journeys());
        }
    }

    /** The journeys in which something can go wrong. */
    public static List<String> journeys() {
        return JourneyProfiles.CUSTOMERS.stream().map(JourneyProfile::journeyId).toList();
    }

    /** Which share of the answers about an issue moves from promoters to detractors. */
    double discontent(Issue issue, long answeredAt) {
        JourneyProfile journey = issue.journey();
        boolean hit = answeredAt >= from.toEpochMilli()
                && journey.journeyId().equals(journeyId)
                && issue.driver().equals(journey.causes().get(0).driver());
        return hit ? SPOILT * journey.promoters() : 0;
    }
}
