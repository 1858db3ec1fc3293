package nl.klantstem.expose;

import static nl.klantstem.expose.Figure.part;
import static nl.klantstem.expose.Figure.row;
import static nl.klantstem.expose.Figure.whole;

import java.util.List;
import java.util.function.ToLongFunction;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ShipmentFact.Delivery;
import nl.klantstem.contract.out.DeliveryOutcomes;
import nl.klantstem.contract.out.DeliveryOutcomes.Suspects;
import nl.klantstem.contract.out.ServicePartners;

/** What of service-partners and delivery-outcomes is shown: how those fare who work for the shop. */
final class PartnerFigures {

    private PartnerFigures() {}

    static List<Figure<ServicePartners>> ofService() {
        return List.of(
                row(
                        MetricCatalogue.SERVICE_PARTNER_WINDOW,
                        Shape.PARTNERS,
                        Span.DAY_TO_A_MONTH,
                        part(ResponseContext.YES, ServicePartners::transferred),
                        part(ResponseContext.NO, value -> value.contacts() - value.transferred())),
                new Figure<>(
                        MetricCatalogue.SERVICE_PARTNER_RESPONSES,
                        Shape.PARTNERS,
                        Span.DAY_TO_A_MONTH,
                        NpsFigures.ofScore(ServicePartners::nps)),
                new Figure<>(
                        MetricCatalogue.SERVICE_PARTNER_LEVEL_WINDOW,
                        Shape.PARTNERS,
                        Span.DAY_TO_A_MONTH,
                        OutcomeFigures.level(ServicePartners::serviceLevel)),
                new Figure<>(
                        MetricCatalogue.SERVICE_PARTNER_FIRST_WINDOW,
                        Shape.PARTNERS,
                        Span.WEEK_TO_A_MONTH,
                        OutcomeFigures.firstContacts(ServicePartners::firstContact)));
    }

    static List<Figure<DeliveryOutcomes>> ofDeliveries() {
        return List.of(
                row(
                        MetricCatalogue.DELIVERY_WINDOW,
                        Shape.DELIVERIES_CARRIER,
                        Span.TODAY_TO_A_MONTH,
                        part(Delivery.ON_TIME.name(), DeliveryOutcomes::onTime),
                        part(Delivery.LATE.name(), DeliveryOutcomes::late),
                        part(Delivery.OVERDUE.name(), DeliveryOutcomes::overdue),
                        part(Delivery.LOST.name(), DeliveryOutcomes::lost),
                        part(Delivery.RETURNED.name(), DeliveryOutcomes::returned),
                        part(Delivery.DELIVERED.name(), DeliveryOutcomes::delivered),
                        part(Delivery.UNDERWAY.name(), DeliveryOutcomes::underway)),
                row(
                        MetricCatalogue.PARCELS_SUSPECTED,
                        Shape.DELIVERIES_CARRIER,
                        Span.LONGEST,
                        whole(suspects(Suspects::open))),
                row(
                        MetricCatalogue.SUSPECTED_WINDOW,
                        Shape.DELIVERIES_CARRIER,
                        Span.WEEK_TO_A_MONTH,
                        part(ResponseContext.YES, suspects(Suspects::arrived)),
                        part(ResponseContext.NO, suspects(suspects -> suspects.suspected() - suspects.arrived()))),
                row(
                        MetricCatalogue.REPORTED_WINDOW,
                        Shape.DELIVERIES_CARRIER,
                        Span.WEEK_TO_A_MONTH,
                        part(ResponseContext.YES, suspects(Suspects::suspectedBefore)),
                        part(
                                ResponseContext.NO,
                                suspects(suspects -> suspects.reported() - suspects.suspectedBefore()))));
    }

    private static ToLongFunction<DeliveryOutcomes> suspects(ToLongFunction<Suspects> count) {
        return OutcomeFigures.count(DeliveryOutcomes::suspects, count);
    }
}
