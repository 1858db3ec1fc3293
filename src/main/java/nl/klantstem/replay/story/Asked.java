package nl.klantstem.replay.story;

import org.jspecify.annotations.Nullable;

/**
 * A survey about a lost parcel.
 *
 * @param suppressionReason why nobody was asked, if so
 * @param answerAt when it would be answered (epoch milliseconds)
 * @param inclination how much the customer is inclined to answer, compared with others
 */
record Asked(
        String invitationId,
        String contactId,
        long sentAt,
        @Nullable String suppressionReason,
        boolean bounced,
        boolean opened,
        boolean answered,
        long answerAt,
        double inclination) {

    /** Whether an answer is to be thought of. */
    boolean reached() {
        return suppressionReason == null && !bounced;
    }

    Asked withAnswer() {
        return new Asked(
                invitationId, contactId, sentAt, suppressionReason, bounced, true, true, answerAt, inclination);
    }
}
