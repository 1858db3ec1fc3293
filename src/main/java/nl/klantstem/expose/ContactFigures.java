package nl.klantstem.expose;

import static nl.klantstem.expose.Figure.part;
import static nl.klantstem.expose.Figure.row;
import static nl.klantstem.expose.Figure.whole;

import java.util.List;
import java.util.function.ToLongFunction;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.out.AvoidableContacts;
import nl.klantstem.contract.out.AvoidableContacts.Previous;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactTotals;
import org.jspecify.annotations.Nullable;

/** What of contact-drivers and avoidable-contacts is shown: how many contacts, about what, and who can prevent them. */
final class ContactFigures {

    private ContactFigures() {}

    static List<Figure<ContactDrivers>> ofDrivers() {
        return List.of(
                total(MetricCatalogue.CONTACTS, Shape.CONTACTS_JOURNEY_CHANNEL, ContactTotals::contacts),
                total(MetricCatalogue.CONTACTS_CORRECTED, Shape.CONTACTS_JOURNEY_CHANNEL, ContactTotals::corrected),
                total(MetricCatalogue.REPEAT_CONTACTS, Shape.CONTACTS_JOURNEY_CHANNEL, ContactTotals::repeat),
                total(
                        MetricCatalogue.REPEAT_CONTACTS_CORRECTED,
                        Shape.CONTACTS_JOURNEY_CHANNEL,
                        ContactTotals::repeatCorrected),
                total(MetricCatalogue.CONTACT_DRIVERS, Shape.CONTACTS_DRIVER_CHANNEL, ContactTotals::contacts),
                total(
                        MetricCatalogue.CONTACT_DRIVERS_CORRECTED,
                        Shape.CONTACTS_DRIVER_CHANNEL,
                        ContactTotals::corrected),
                total(MetricCatalogue.ORDERS, Shape.CONTACTS_ALL, totals -> orNone(totals.orders())),
                total(MetricCatalogue.ORDERS_CORRECTED, Shape.CONTACTS_ALL, totals -> orNone(totals.ordersCorrected())),
                row(
                        MetricCatalogue.CONTACT_DRIVER_WINDOW,
                        Shape.CONTACTS_JOURNEY_DRIVER,
                        Span.ALL,
                        whole(ContactDrivers::contacts)),
                row(
                        MetricCatalogue.CONTACT_WINDOW,
                        Shape.CONTACTS_ALL,
                        Span.ALL,
                        part(DemandType.VALUE.name(), ContactDrivers::value),
                        part(DemandType.FAILURE.name(), ContactDrivers::avoidable),
                        part(DemandType.UNKNOWN.name(), ContactDrivers::demandUnknown)),
                row(
                        MetricCatalogue.ORDER_WINDOW,
                        Shape.CONTACTS_ALL,
                        Span.ALL,
                        whole(value -> orNone(value.orders()))));
    }

    static List<Figure<AvoidableContacts>> ofAvoidable() {
        return List.of(
                row(
                        MetricCatalogue.AVOIDABLE_CONTACTS,
                        Shape.AVOIDABLE_JOURNEY_CAUSE,
                        Span.EVER,
                        whole(value -> value.totals().avoidable())),
                row(
                        MetricCatalogue.AVOIDABLE_CONTACTS_CORRECTED,
                        Shape.AVOIDABLE_JOURNEY_CAUSE,
                        Span.EVER,
                        whole(value -> value.totals().corrected())),
                row(
                        MetricCatalogue.DEPARTMENT_WINDOW,
                        Shape.AVOIDABLE_DEPARTMENT,
                        Span.TODAY_TO_A_MONTH,
                        part(DemandType.VALUE.name(), AvoidableContacts::value),
                        part(DemandType.FAILURE.name(), AvoidableContacts::avoidable),
                        part(DemandType.UNKNOWN.name(), AvoidableContacts::unknown)),
                row(
                        MetricCatalogue.AVOIDABLE_PREVIOUS_WINDOW,
                        Shape.AVOIDABLE_DEPARTMENT,
                        Span.TODAY_TO_A_MONTH,
                        whole(ContactFigures::previous)));
    }

    private static Figure<ContactDrivers> total(
            MetricCatalogue metric, Shape shape, ToLongFunction<ContactTotals> count) {
        return row(metric, shape, Span.EVER, whole(value -> count.applyAsLong(value.totals())));
    }

    private static long previous(AvoidableContacts value) {
        @Nullable Previous previous = value.previous();
        return previous == null ? Figure.HIDDEN : previous.avoidable();
    }

    private static long orNone(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
