package nl.klantstem.contract.catalogue;

import java.util.List;
import java.util.Map;
import nl.klantstem.contract.in.Resolution;

/**
 * When a parcel is suspected to be lost before its customer says so.
 *
 * @param otherwise the rule of carriers without one of their own
 * @param carriers by carrier, as the catalogue labels it
 */
public record LostInMailRules(Rule otherwise, Map<String, Rule> carriers) {

    /**
     * A plain rule.
     *
     * @param daysPast so many days past its promise
     * @param silentHours and so many hours since it was last heard of
     * @param offers what may be offered to the customer, best first
     */
    public record Rule(int daysPast, int silentHours, List<Resolution> offers) {
        public Rule {
            offers = List.copyOf(offers);
        }
    }

    /** The rule that is used when a catalogue names none. */
    public static final LostInMailRules DEFAULT = new LostInMailRules(
            new Rule(2, 48, List.of(Resolution.REORDERED_BY_AGENT, Resolution.OBLIGATION_WAIVED, Resolution.COURIER)),
            Map.of());

    public LostInMailRules {
        carriers = Map.copyOf(carriers);
    }

    /** The rule for a carrier. */
    public Rule of(String carrier) {
        return carriers.getOrDefault(carrier, otherwise);
    }
}
