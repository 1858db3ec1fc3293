package nl.klantstem.contract.flow;

import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.out.Scope;

/**
 * What the contact a response is about was like: closed labels, {@code unknown} where no contact is linked or it does
 * not tell.
 *
 * @param handling BOT_ONLY, HANDED_OVER, HUMAN_ONLY
 * @param waitImposed yes or no
 * @param proofAsked whether proof or forms were asked: yes or no
 * @param contactsNeeded how many contacts on the issue up to this one: 1, 2 or 3+
 */
public record ResponseContext(
        String driver,
        String handling,
        String servicePartner,
        String resolution,
        String waitImposed,
        String proofAsked,
        String contactsNeeded,
        ContactCourse.Demand demand) {

    public static final String BOT_ONLY = "BOT_ONLY";
    public static final String HANDED_OVER = "HANDED_OVER";
    public static final String HUMAN_ONLY = "HUMAN_ONLY";
    public static final String YES = "yes";
    public static final String NO = "no";

    /** Of a response without a contact. */
    public static final ResponseContext NONE = new ResponseContext(
            Scope.UNKNOWN,
            Scope.UNKNOWN,
            Scope.UNKNOWN,
            Scope.UNKNOWN,
            Scope.UNKNOWN,
            Scope.UNKNOWN,
            Scope.UNKNOWN,
            new ContactCourse.Demand(DemandType.UNKNOWN, Scope.UNKNOWN, Scope.UNKNOWN));
}
