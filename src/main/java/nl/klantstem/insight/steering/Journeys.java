package nl.klantstem.insight.steering;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.out.DaySteering.JourneyContacts;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;

/** Contacts by journey: those of the catalogue, and others about which contacts came today. */
record Journeys(Books books, Forecasts forecasts, Splits splits, Comparing comparing) {

    List<JourneyContacts> of(Audience audience, CatalogueVersion catalogue) {
        var like = DayBook.like(Map.of(Scope.AUDIENCE, audience.name()));
        var journeys = new TreeSet<>(books.causes(
                        List.of(Scope.JOURNEY), like, comparing.times().now().soFar())
                .keySet());
        catalogue.journeys().stream()
                .filter(journey -> journey.audience() == audience)
                .forEach(journey -> journeys.add(journey.id()));
        Split split = splits.of(audience, Scope.JOURNEY, Split::journey);
        return journeys.stream()
                .map(journey -> contacts(audience, journey, forecasts.part(audience, top -> split.share(top, journey))))
                .toList();
    }

    private JourneyContacts contacts(Audience audience, String journey, Planned planned) {
        Counted counted = books.causes(DayBook.like(Map.of(Scope.AUDIENCE, audience.name(), Scope.JOURNEY, journey)));
        return new JourneyContacts(
                audience,
                journey,
                comparing.hour(counted, planned),
                comparing.today(counted, planned),
                comparing.plannedDay(planned));
    }
}
