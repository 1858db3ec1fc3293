package nl.klantstem.link;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.out.LinkedResponse;
import nl.klantstem.contract.out.LinkedResponse.ContactContext;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.Snapshot;
import org.jspecify.annotations.Nullable;

/** How responses are published with the context of their contact, as known now. */
record LinkedResponses(Rulebook rules, Linker linker) {

    /** A response as linked by everything that is known, or null when there is none of that id. */
    @Nullable
    LinkedResponse now(Timeline timeline, Moment now, String responseId, String owner) {
        @Nullable Story<Answer> story = timeline.answers().get(responseId);
        @Nullable AnswerView answer = story == null ? null : AnswerView.of(story.events());
        if (story == null || answer == null) {
            return null;
        }
        Link link = linker.link(now, answer, Owners.isCustomer(owner));
        long asOf = asOf(timeline, story, link);
        CatalogueVersion version = rules.version(Math.floorDiv(asOf, 60_000));
        Answer winner = answer.winner();
        Linker.JourneyOf journey = linker.journey(winner, link, version);
        var response = new LinkedResponse(
                winner.responseId(),
                winner.revision(),
                winner.status(),
                winner.programme(),
                winner.audience(),
                Owners.isCustomer(owner) ? Owners.pseudonym(owner) : null,
                answer.answeredAt(),
                winner.nps(),
                winner.csat(),
                winner.ces(),
                linker.journeyLabel(journey.journeyId(), version),
                journey.source(),
                link.method(),
                link.confidence(),
                link.reason(),
                context(link, version),
                winner.at().late(),
                null,
                Instant.ofEpochMilli(asOf),
                version.version(),
                LinkedResponse.SCHEMA_VERSION);
        return CountedSteps.in(response, story.steps());
    }

    /** Whether two of one response say the same, whenever they were known. */
    static boolean same(LinkedResponse now, @Nullable LinkedResponse before) {
        return before != null
                && before.revision() == now.revision()
                && before.status() == now.status()
                && before.programme() == now.programme()
                && before.audience() == now.audience()
                && before.late() == now.late()
                && before.answeredAt().equals(now.answeredAt())
                && Objects.equals(before.nps(), now.nps())
                && Objects.equals(before.csat(), now.csat())
                && Objects.equals(before.ces(), now.ces())
                && before.journeyId().equals(now.journeyId())
                && before.journeySource() == now.journeySource()
                && before.method() == now.method()
                && before.confidence() == now.confidence()
                && before.unmatchedReason() == now.unmatchedReason()
                && Objects.equals(before.contact(), now.contact())
                && Objects.equals(before.counted(), now.counted());
    }

    private @Nullable ContactContext context(Link link, CatalogueVersion version) {
        @Nullable ContactView contact = link.contact();
        @Nullable Snapshot snapshot = Linker.snapshot(link);
        if (contact != null) {
            return new ContactContext(
                    contact.contactId(),
                    Linker.channel(link),
                    linker.driverLabel(link, version),
                    contact.handler(),
                    contact.servicePartnerId(),
                    contact.routedTo(),
                    contact.resolution(),
                    contact.openedAt(),
                    contact.life().endedAt());
        }
        return snapshot == null
                ? null
                : new ContactContext(
                        null,
                        Linker.channel(link),
                        linker.driverLabel(link, version),
                        snapshot.handler(),
                        snapshot.servicePartnerId(),
                        snapshot.routedTo(),
                        snapshot.resolution(),
                        null,
                        null);
    }

    /** When the newest of what it says became known. */
    private static long asOf(Timeline timeline, Story<Answer> story, Link link) {
        @Nullable
        Story<ContactStep> contact = link.contact() == null
                ? null
                : timeline.contacts().get(link.contact().contactId());
        Stream<? extends KnownEvent> ofContact = contact == null ? Stream.of() : contact.events().stream();
        Stream<? extends KnownEvent> ofInvitation =
                link.invitation() == null ? Stream.of() : Stream.of(link.invitation());
        return Stream.concat(story.events().stream(), Stream.concat(ofContact, ofInvitation))
                .mapToLong(event -> event.at().recordedAt())
                .max()
                .orElse(0);
    }
}
