package nl.klantstem.replay.shop;

import static nl.klantstem.contract.in.Audience.CUSTOMER;
import static nl.klantstem.contract.in.Audience.PARTNER;

import java.util.List;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Resolution;
import nl.klantstem.replay.shop.JourneyProfile.Cause;

/** The journeys of the starter catalogue as this shop's customers live them: about +40 in all, lost in mail far below. */
final class JourneyProfiles {

    static final List<JourneyProfile> CUSTOMERS = List.of(
            new JourneyProfile(
                    "order-status",
                    CUSTOMER,
                    0.22,
                    0.60,
                    0.14,
                    List.of(
                            new Cause("delivery/status", 0.6),
                            new Cause("product/question", 0.25),
                            new Cause("payment/invoice", 0.15)),
                    List.of(Resolution.INFORMED)),
            new JourneyProfile(
                    "order-delivery",
                    CUSTOMER,
                    0.27,
                    0.62,
                    0.14,
                    List.of(
                            new Cause("delivery/late", 0.55),
                            new Cause("delivery/status", 0.25),
                            new Cause("delivery/damaged", 0.2)),
                    List.of(Resolution.INFORMED, Resolution.CREDITED, Resolution.RUSH_ORDER)),
            new JourneyProfile(
                    "return",
                    CUSTOMER,
                    0.20,
                    0.60,
                    0.15,
                    List.of(
                            new Cause("returns/how", 0.5),
                            new Cause("returns/refund", 0.4),
                            new Cause("payment/refund", 0.1)),
                    List.of(Resolution.RETURN_ACCEPTED, Resolution.INFORMED)),
            new JourneyProfile(
                    "exchange",
                    CUSTOMER,
                    0.08,
                    0.57,
                    0.17,
                    List.of(new Cause("returns/exchange", 0.8), new Cause("product/not-as-ordered", 0.2)),
                    List.of(Resolution.EXCHANGED)),
            new JourneyProfile(
                    "warranty",
                    CUSTOMER,
                    0.08,
                    0.55,
                    0.19,
                    List.of(new Cause("warranty/repair", 0.65), new Cause("warranty/replace", 0.35)),
                    List.of(Resolution.REPAIRED, Resolution.EXCHANGED, Resolution.REFERRED)),
            new JourneyProfile(
                    "complaint",
                    CUSTOMER,
                    0.07,
                    0.47,
                    0.25,
                    List.of(
                            new Cause("product/not-as-ordered", 0.4),
                            new Cause("delivery/damaged", 0.2),
                            new Cause("payment/refund", 0.2),
                            new Cause("delivery/late", 0.2)),
                    List.of(Resolution.CREDITED, Resolution.REFERRED, Resolution.OTHER)),
            new JourneyProfile(
                    "lost-in-mail",
                    CUSTOMER,
                    0.08,
                    0.46,
                    0.28,
                    List.of(new Cause("delivery/lost", 1)),
                    List.of(
                            Resolution.REORDERED_BY_AGENT,
                            Resolution.REORDERED_BY_CUSTOMER,
                            Resolution.OBLIGATION_WAIVED,
                            Resolution.CREDITED,
                            Resolution.PARCEL_FOUND)));

    static final List<JourneyProfile> PARTNERS = List.of(
            partner(
                    "inbound-logistics",
                    0.3,
                    0.42,
                    0.24,
                    new Cause("partner/inbound-announce", 0.6),
                    new Cause("partner/stock", 0.4)),
            partner(
                    "partner-payments",
                    0.25,
                    0.46,
                    0.2,
                    new Cause("partner/statement", 0.55),
                    new Cause("partner/payout", 0.45)),
            partner(
                    "partner-performance",
                    0.15,
                    0.36,
                    0.3,
                    new Cause("partner/score", 0.6),
                    new Cause("partner/advice", 0.4)),
            partner("do-it-for-me", 0.15, 0.5, 0.16, new Cause("partner/takeover", 1)),
            partner("explain-it", 0.15, 0.5, 0.15, new Cause("partner/how", 1)));

    private JourneyProfiles() {}

    static JourneyProfile customers(String journeyId) {
        return CUSTOMERS.stream()
                .filter(journey -> journey.journeyId().equals(journeyId))
                .findFirst()
                .orElseThrow();
    }

    /** Any driver of that audience, as one who is mistaken names it. */
    static String any(Dice dice, Audience audience) {
        List<JourneyProfile> journeys = audience == PARTNER ? PARTNERS : CUSTOMERS;
        return journeys.get(dice.below(journeys.size())).driver(dice);
    }

    private static JourneyProfile partner(
            String id, double share, double promoters, double detractors, Cause... causes) {
        return new JourneyProfile(
                id,
                PARTNER,
                share,
                promoters,
                detractors,
                List.of(causes),
                List.of(Resolution.INFORMED, Resolution.REFERRED));
    }
}
