package nl.klantstem.contract.flow;

import java.time.Instant;
import nl.klantstem.contract.in.Audience;

/** A contact as it counts, at the time it opened: labels already settled by the catalogue version it names. */
public record ContactFact(
        Instant openedAt,
        Audience audience,
        boolean inbound,
        String channel,
        String handler,
        String journey,
        String driver,
        boolean fromIntent,
        boolean late,
        ContactCourse course,
        String catalogueVersion)
        implements Fact {

    @Override
    public ContactFact under(String version) {
        return new ContactFact(
                openedAt, audience, inbound, channel, handler, journey, driver, fromIntent, late, course, version);
    }
}
