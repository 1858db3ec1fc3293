package nl.klantstem.contract.flow;

import java.time.Instant;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import org.jspecify.annotations.Nullable;

/**
 * A response as it counts: labels already settled by the catalogue version it names. Answered at {@code answeredAt}; late
 * when it became known after its windows had closed; unmatched when no contact is linked.
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
        boolean unmatched,
        ResponseContext context,
        String catalogueVersion)
        implements Fact {

    @Override
    public ResponseFact under(String version) {
        return new ResponseFact(
                answeredAt, programme, audience, journey, channel, nps, csat, ces, late, unmatched, context, version);
    }
}
