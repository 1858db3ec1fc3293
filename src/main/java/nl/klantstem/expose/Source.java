package nl.klantstem.expose;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.klantstem.contract.out.AvoidableContacts;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactOutcomes;
import nl.klantstem.contract.out.DeliveryOutcomes;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.JourneyOutcomes;
import nl.klantstem.contract.out.JourneySteps;
import nl.klantstem.contract.out.ServicePartners;
import nl.klantstem.contract.out.SurveyHealth;
import nl.klantstem.contract.out.Window;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** A topic of windowed insights: how its values are read, and down to which counts. The table of all figures. */
final class Source<V> {

    /** Every topic that is shown, with its figures. */
    static final List<Source<?>> ALL = List.of(
            new Source<>(
                    Topic.JOURNEY_NPS,
                    new Form<>(JourneyNps.class, JourneyNps::window, JourneyNps::asOf, NpsFigures::isWhole),
                    NpsFigures.all()),
            new Source<>(
                    Topic.CONTACT_DRIVERS,
                    new Form<>(
                            ContactDrivers.class,
                            ContactDrivers::window,
                            ContactDrivers::asOf,
                            value -> value.totals() != null),
                    ContactFigures.ofDrivers()),
            new Source<>(
                    Topic.CONTACT_OUTCOMES,
                    new Form<>(
                            ContactOutcomes.class,
                            ContactOutcomes::window,
                            ContactOutcomes::asOf,
                            OutcomeFigures::isWhole),
                    OutcomeFigures.all()),
            new Source<>(
                    Topic.AVOIDABLE_CONTACTS,
                    new Form<>(
                            AvoidableContacts.class,
                            AvoidableContacts::window,
                            AvoidableContacts::asOf,
                            value -> value.totals() != null),
                    ContactFigures.ofAvoidable()),
            new Source<>(
                    Topic.SERVICE_PARTNERS,
                    new Form<>(ServicePartners.class, ServicePartners::window, ServicePartners::asOf, value -> true),
                    PartnerFigures.ofService()),
            new Source<>(
                    Topic.DELIVERY_OUTCOMES,
                    new Form<>(DeliveryOutcomes.class, DeliveryOutcomes::window, DeliveryOutcomes::asOf, value -> true),
                    PartnerFigures.ofDeliveries()),
            new Source<>(
                    Topic.JOURNEY_STEPS,
                    new Form<>(JourneySteps.class, JourneySteps::window, JourneySteps::asOf, value -> true),
                    JourneyFigures.ofSteps()),
            new Source<>(
                    Topic.JOURNEY_OUTCOMES,
                    new Form<>(
                            JourneyOutcomes.class,
                            JourneyOutcomes::window,
                            JourneyOutcomes::asOf,
                            JourneyFigures::isWhole),
                    JourneyFigures.ofOutcomes()),
            new Source<>(
                    Topic.SURVEY_HEALTH,
                    new Form<>(SurveyHealth.class, SurveyHealth::window, SurveyHealth::asOf, SurveyFigures::isWhole),
                    SurveyFigures.all()));

    private final Topic topic;
    private final Form<V> form;
    private final ObjectReader reader;
    private final Map<Shape, List<Figure<V>>> figures = new EnumMap<>(Shape.class);

    /** What all insights have, and whether one has all that the figures are made of. */
    private record Form<V>(
            Class<V> type, Function<V, Window> window, Function<V, Instant> asOf, Predicate<V> isWhole) {}

    /** What is kept of a value: the counts of its shape's figures, of the window and over all time, in their order. */
    record Reading(Instant to, Instant asOf, long[] counts, long[] totals) {}

    private Source(Topic topic, Form<V> form, List<Figure<V>> figures) {
        this.topic = topic;
        this.form = form;
        this.reader = Json.MAPPER.readerFor(form.type());
        for (var figure : figures) {
            if (figure.shape().topic() != topic) {
                throw new IllegalArgumentException(figure.metric() + " is not of " + topic);
            }
            this.figures
                    .computeIfAbsent(figure.shape(), shape -> new ArrayList<>())
                    .add(figure);
        }
    }

    Topic topic() {
        return topic;
    }

    List<Figure<V>> figures(Shape shape) {
        return figures.getOrDefault(shape, List.of());
    }

    /** How many totals a scope of this shape has. */
    int totals(Shape shape) {
        return (int) figures(shape).stream()
                .filter(figure -> figure.span() == Span.EVER)
                .mapToLong(figure -> figure.parts().size())
                .sum();
    }

    Reading read(Shape shape, byte[] bytes) throws IOException {
        @Nullable V value = reader.readValue(bytes);
        @Nullable Window window = value == null ? null : form.window().apply(value);
        if (value == null
                || window == null
                || window.to() == null
                || form.asOf().apply(value) == null
                || !form.isWhole().test(value)) {
            throw new IOException("without window, asOf or totals");
        }
        return new Reading(
                window.to(), form.asOf().apply(value), counts(shape, value, false), counts(shape, value, true));
    }

    private long[] counts(Shape shape, V value, boolean totals) {
        return figures(shape).stream()
                .filter(figure -> (figure.span() == Span.EVER) == totals)
                .flatMap(figure -> figure.parts().stream())
                .mapToLong(part -> part.count().applyAsLong(value))
                .toArray();
    }
}
