package nl.klantstem.contract.flow;

import java.time.Instant;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;

/**
 * A survey that was to be asked, as it counts, in the minute it was sent (else of its earliest event): labels are settled
 * by the catalogue version it names.
 *
 * @param suppressed why it was not asked, as a label; {@link #NONE} when it was
 * @param answerSeconds from the asking to the first answer; {@link #UNKNOWN_SECONDS} without one
 * @param again whether its customer had been asked too short a time before
 */
public record InvitationFact(
        Instant invitedAt,
        Programme programme,
        Audience audience,
        String journey,
        String channel,
        String suppressed,
        Reached reached,
        int answerSeconds,
        boolean again,
        boolean late,
        String catalogueVersion)
        implements Fact {

    /** The suppression of an invitation that was asked. */
    public static final String NONE = "none";

    /** Seconds that are not known. */
    public static final int UNKNOWN_SECONDS = -1;

    /**
     * How far a survey came that was asked; all false for one that was suppressed.
     *
     * @param due whether the days have passed after which its answer is called for
     * @param answeredInTime whether it was answered within them
     */
    public record Reached(
            boolean delivered,
            boolean bounced,
            boolean opened,
            boolean expired,
            boolean answered,
            boolean due,
            boolean answeredInTime) {}

    @Override
    public InvitationFact under(String version) {
        return new InvitationFact(
                invitedAt,
                programme,
                audience,
                journey,
                channel,
                suppressed,
                reached,
                answerSeconds,
                again,
                late,
                version);
    }
}
