package nl.klantstem.link;

import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.flow.ContactFact;
import org.jspecify.annotations.Nullable;

/** What contacts count as. */
record ContactFacts(Rulebook rules) {

    Standing at(Moment moment, String contactId, boolean customerKnown) {
        @Nullable ContactView contact = moment.contact(contactId);
        if (contact == null) {
            return Standing.NOTHING;
        }
        CatalogueVersion version = rules.version(contact.knownMinute());
        Labels closed = rules.labels(version);
        var due = new Due(moment.minute());
        var course = new Course(
                contact, version.contacts(), closed, customerKnown ? rules.issue(contact, moment) : null, due);
        var fact = new ContactFact(
                contact.openedAt(),
                contact.audience(),
                contact.inbound(),
                Labels.orUnknown(contact.channel()),
                Labels.orUnknown(contact.handler()),
                closed.journey(closed.journeyOf(contact)),
                closed.driver(contact.driver()),
                contact.fromIntent(),
                contact.late(),
                course.of(moment),
                version.version());
        return new Standing(fact, due.minute());
    }
}
