package nl.klantstem.contract.flow;

import java.time.Instant;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import org.jspecify.annotations.Nullable;

/**
 * A response as it counts: labels already settled by the catalogue version it names. Answered at {@code answeredAt}; late
 * when it became known after its windows had closed; with the reason when no contact is linked.
 */
public record ResponseFact(
        Instant answeredAt,
        Programme programme,
        Audience audience,
        String journey,
        String channel,
        @Nullable Integer nps,
        @Nullable Integer csat,
        @Nullable Integer ces,
        boolean late,
        @Nullable UnmatchedReason unmatched,
        ResponseContext context,
        ResponseJourney way,
        String catalogueVersion)
        implements Fact {

    @Override
    public ResponseFact under(String version) {
        return new ResponseFact(
                answeredAt,
                programme,
                audience,
                journey,
                channel,
                nps,
                csat,
                ces,
                late,
                unmatched,
                context,
                way,
                version);
    }
}
