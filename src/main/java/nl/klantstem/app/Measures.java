package nl.klantstem.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.InvitationFact;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.OrderFact;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.measure.avoidable.AvoidableInsights;
import nl.klantstem.measure.avoidable.AvoidableMeasure;
import nl.klantstem.measure.deliveries.DeliveryInsights;
import nl.klantstem.measure.deliveries.DeliveryMeasure;
import nl.klantstem.measure.drivers.DriverInsights;
import nl.klantstem.measure.drivers.DriverMeasure;
import nl.klantstem.measure.drivers.OrderMeasure;
import nl.klantstem.measure.journeys.JourneysInsights;
import nl.klantstem.measure.journeys.JourneysMeasure;
import nl.klantstem.measure.journeys.StepsInsights;
import nl.klantstem.measure.journeys.StepsMeasure;
import nl.klantstem.measure.nps.NpsInsights;
import nl.klantstem.measure.nps.NpsMeasure;
import nl.klantstem.measure.outcomes.OutcomeInsights;
import nl.klantstem.measure.outcomes.OutcomeMeasure;
import nl.klantstem.measure.outcomes.PartnerInsights;
import nl.klantstem.measure.signals.Signals;
import nl.klantstem.measure.surveys.SurveyInsights;
import nl.klantstem.measure.surveys.SurveyMeasure;
import nl.klantstem.rolling.Contribution;
import nl.klantstem.rolling.Counting;
import nl.klantstem.rolling.Measure;

/** All measures together: which kinds of facts each counts, and how it is published. */
final class Measures implements Counting {

    private final Map<String, Measure> published;
    private final List<Function<ResponseFact, List<Contribution>>> ofResponses;
    private final List<Function<ContactFact, List<Contribution>>> ofContacts;
    private final OrderMeasure ofOrders;
    private final DeliveryMeasure ofShipments;
    private final List<Function<JourneyFact, List<Contribution>>> ofJourneys;
    private final SurveyMeasure ofInvitations;
    private final Signals signals;

    Measures(Catalogue catalogue, boolean suppress) {
        var outcomes = new OutcomeMeasure(List.of(OutcomeMeasure.OUTCOMES, OutcomeMeasure.SERVICE_PARTNERS), catalogue);
        var avoidable = new AvoidableMeasure(catalogue);
        var steps = new StepsMeasure(catalogue);
        var journeys = new JourneysMeasure(catalogue);
        ofInvitations = new SurveyMeasure(catalogue);
        signals = new Signals(catalogue);
        published = Stream.of(
                        new NpsInsights(catalogue, suppress),
                        new DriverInsights(catalogue),
                        new OutcomeInsights(catalogue, suppress),
                        new PartnerInsights(catalogue, suppress),
                        new AvoidableInsights(catalogue, suppress),
                        new DeliveryInsights(catalogue),
                        new StepsInsights(catalogue, suppress),
                        new JourneysInsights(catalogue),
                        new SurveyInsights(catalogue))
                .collect(Collectors.toUnmodifiableMap(Measure::name, Function.identity()));
        ofResponses = List.of(
                response -> NpsMeasure.contributions(response, catalogue),
                outcomes::contributions,
                avoidable::contributions,
                steps::contributions,
                ofInvitations::contributions);
        ofContacts = List.of(
                contact -> DriverMeasure.contributions(contact, catalogue),
                outcomes::contributions,
                avoidable::contributions);
        ofOrders = new OrderMeasure(catalogue);
        ofShipments = new DeliveryMeasure(catalogue);
        ofJourneys = List.of(steps::contributions, journeys::contributions);
    }

    /** How each is published, by its name. */
    Map<String, Measure> published() {
        return published;
    }

    @Override
    public int width(String measure) {
        return Objects.requireNonNull(published.get(measure), () -> "no measure is named '" + measure + "'")
                .width();
    }

    @Override
    public List<Contribution> contributions(Fact fact) {
        if (fact instanceof ResponseFact response) {
            return all(ofResponses, response);
        }
        if (fact instanceof ContactFact contact) {
            return all(ofContacts, contact);
        }
        if (fact instanceof OrderFact order) {
            return ofOrders.contributions(order);
        }
        if (fact instanceof InvitationFact invitation) {
            return ofInvitations.contributions(invitation);
        }
        if (fact instanceof JourneyFact journey) {
            return all(ofJourneys, journey);
        }
        return fact instanceof ShipmentFact shipment ? ofShipments.contributions(shipment) : List.of();
    }

    @Override
    public List<Contribution> signals(Fact fact, long firstKnown) {
        return signals.of(fact, firstKnown);
    }

    @Override
    public boolean isSignalled(Fact fact) {
        return Signals.isWatched(fact);
    }

    private static <F> List<Contribution> all(List<Function<F, List<Contribution>>> measures, F fact) {
        var all = new ArrayList<Contribution>();
        measures.forEach(measure -> all.addAll(measure.apply(fact)));
        return all;
    }
}
