package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.catalogue.AlertRules;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.ContactRules;
import nl.klantstem.contract.catalogue.ContactRules.ServiceLevel;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.catalogue.JourneyRules;
import nl.klantstem.contract.catalogue.LostInMailRules;
import nl.klantstem.contract.catalogue.LostInMailRules.Rule;
import nl.klantstem.contract.catalogue.Ownership;
import nl.klantstem.contract.catalogue.PeakCalendar;
import nl.klantstem.contract.catalogue.SurveyRules;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.AvoidableCause;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.in.Resolution;
import nl.klantstem.contract.out.Scope;

/** A catalogue with times so short that everything comes to pass within minutes, but for a repeat: a day. */
final class GivenCatalogue {

    /** EMAIL may be silent for longer than a repeat may be off; BOT and OTHER promise nothing. */
    static final ContactRules RULES = new ContactRules(
            Map.of(
                    Channel.PHONE, new ServiceLevel(Duration.ofSeconds(60), null, null),
                    Channel.CHAT, new ServiceLevel(Duration.ofSeconds(30), 0.8, Duration.ofMinutes(10)),
                    Channel.EMAIL, new ServiceLevel(Duration.ofMinutes(5), 0.9, Duration.ofHours(25))),
            Duration.ofSeconds(10),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            1,
            1,
            Duration.ofMinutes(20),
            10);

    /** Other promises and other patience. */
    static final ContactRules OTHER_RULES = new ContactRules(
            Map.of(
                    Channel.PHONE, new ServiceLevel(Duration.ofSeconds(180), null, Duration.ofMinutes(3)),
                    Channel.BOT, new ServiceLevel(Duration.ofSeconds(30), null, null)),
            Duration.ofSeconds(40),
            Duration.ofMinutes(1),
            Duration.ofMinutes(9),
            2,
            2,
            Duration.ofMinutes(7),
            10);

    static final JourneyRules INSTANCES = new JourneyRules(Duration.ofMinutes(12), 1, 2);

    private static final JourneyRules OTHER_INSTANCES = new JourneyRules(Duration.ofMinutes(3), 2, 1);

    /** In order; the other rules have them the other way round. */
    private static final Map<String, List<String>> STEPS =
            Map.of("return", List.of("s0", "s1", "s2"), "delivery", List.of("s1", "s0"));
    /** A day of quarantine, and a day to answer. */
    static final SurveyRules SURVEYS = new SurveyRules(1, 1);

    static final SurveyRules OTHER_SURVEYS = new SurveyRules(2, 2);

    static final List<Ownership> OWNERSHIP = List.of(
            new Ownership("delivery", null, Party.PARTNER),
            new Ownership("delivery", Party.PLATFORM, Party.PLATFORM),
            new Ownership("delivery/late", null, Party.PLATFORM),
            new Ownership("returns", Party.PARTNER, Party.PARTNER));

    /** Carrier 1 is suspected as soon as a promise has passed, carrier 2 the day after; the others after an hour's silence. */
    static final LostInMailRules LOST_IN_MAIL = new LostInMailRules(
            new Rule(0, 1, List.of(Resolution.COURIER)),
            Map.of("carrier-1", new Rule(0, 0, List.of()), "carrier-2", new Rule(1, 2, List.of())));

    static final Map<String, List<String>> LABELS = Map.of(
            Scope.SERVICE_PARTNER, List.of("sp-1", "sp-2"),
            Scope.CARRIER, List.of("carrier-1", "carrier-2"),
            Scope.REGION, List.of("north"),
            Scope.DEPARTMENT, List.of("sales"),
            Scope.SUPPRESSION_REASON, List.of("OPT_OUT", "QUARANTINE"));

    static final Catalogue CATALOGUE =
            new Catalogue(List.of(version("v1", Instant.EPOCH, RULES, "return", "delivery")));

    private GivenCatalogue() {}

    static CatalogueVersion version(String name, Instant from, ContactRules rules, String... journeys) {
        return new CatalogueVersion(
                name,
                from,
                ZoneOffset.UTC,
                List.of(journeys).stream().map(id -> journey(id, rules)).toList(),
                List.of(
                        driver("delivery/late", DemandType.FAILURE, AvoidableCause.CARRIER, "logistics", "delivery"),
                        driver("returns/how", DemandType.VALUE, null, null, "return"),
                        driver("product", DemandType.UNKNOWN, AvoidableCause.UNCLEAR_INFO, "product", null)),
                Map.of(),
                Map.of(),
                List.of(),
                14,
                LABELS,
                OWNERSHIP,
                rules,
                rules.equals(RULES) ? INSTANCES : OTHER_INSTANCES,
                rules.equals(RULES) ? SURVEYS : OTHER_SURVEYS,
                LOST_IN_MAIL,
                AlertRules.DEFAULT,
                PeakCalendar.DEFAULT);
    }

    private static Journey journey(String id, ContactRules rules) {
        var steps = new ArrayList<Journey.Step>();
        for (String step : STEPS.getOrDefault(id, List.of())) {
            steps.add(rules.equals(RULES) ? steps.size() : 0, new Journey.Step(step, Map.of("en", step)));
        }
        return new Journey(id, Map.of("en", id), Journey.Phase.RECEIVE, Audience.CUSTOMER, "somebody", steps, null);
    }

    private static Driver driver(
            String code, DemandType demand, AvoidableCause cause, String department, String journeyId) {
        return new Driver(code, Audience.CUSTOMER, demand, cause, department, journeyId);
    }
}
