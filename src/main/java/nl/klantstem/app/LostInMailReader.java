package nl.klantstem.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klantstem.contract.catalogue.LostInMailRules;
import nl.klantstem.contract.catalogue.LostInMailRules.Rule;
import nl.klantstem.contract.in.Resolution;

/**
 * When a catalogue has a parcel suspected to be lost; what it leaves out is as in {@link LostInMailRules#DEFAULT}, and what
 * it leaves out of a carrier is as for all carriers.
 */
final class LostInMailReader {

    private static final int MOST_DAYS = 60;
    private static final int MOST_HOURS = MOST_DAYS * 24;

    private final Section section;
    private final Optional<List<String>> listed;

    /**
     * Reads a section.
     *
     * @param listed the carriers that may have a rule of their own; any when absent
     */
    LostInMailReader(Section section, Optional<List<String>> listed) {
        this.section = section;
        this.listed = listed;
    }

    LostInMailRules read() {
        Rule otherwise = rule(section, LostInMailRules.DEFAULT.otherwise());
        Map<String, Rule> carriers = new HashMap<>();
        section.each("carriers", own -> {
            var carrier = own.text("carrier");
            check(own, carrier);
            if (carriers.put(carrier, rule(own, otherwise)) != null && !carrier.isEmpty()) {
                own.problem("carrier", "'" + carrier + "' is there already: give each carrier one rule");
            }
            return carrier;
        });
        section.noOthers();
        return new LostInMailRules(otherwise, carriers);
    }

    private void check(Section own, String carrier) {
        if (!carrier.isEmpty() && listed.isPresent() && !listed.get().contains(carrier)) {
            own.problem(
                    "carrier",
                    "'" + carrier + "' is not listed in labels.carrier" + DidYouMean.hint(carrier, listed.get()));
        }
    }

    private static Rule rule(Section section, Rule otherwise) {
        return new Rule(
                section.between(0, MOST_DAYS, "daysPast", otherwise.daysPast()),
                section.between(0, MOST_HOURS, "silentHours", otherwise.silentHours()),
                section.has("offers") ? section.choices("offers", Resolution.class) : otherwise.offers());
    }
}
