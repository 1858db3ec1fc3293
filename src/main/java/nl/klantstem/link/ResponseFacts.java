package nl.klantstem.link;

import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.flow.ResponseFact;
import org.jspecify.annotations.Nullable;

/** What responses count as. */
record ResponseFacts(Rulebook rules, Linker linker) {

    ResponseFacts(Rulebook rules) {
        this(rules, new Linker(rules));
    }

    /** Null when it does not count. */
    @Nullable
    ResponseFact at(Moment moment, AnswerView answer, boolean customerKnown) {
        if (!answer.counts()) {
            return null;
        }
        Link link = linker.link(moment, answer, customerKnown);
        var winner = answer.winner();
        CatalogueVersion version = rules.version(moment.minute());
        Labels closed = rules.labels(version);
        @Nullable ContactView contact = link.contact();
        @Nullable String journey = linker.journey(winner, link, version).journeyId();
        return new ResponseFact(
                answer.answeredAt(),
                winner.programme(),
                winner.audience(),
                closed.journey(journey),
                Linker.channel(link),
                winner.nps(),
                winner.csat(),
                winner.ces(),
                winner.at().late(),
                link.reason(),
                Context.of(link, closed, contact == null || !customerKnown ? null : rules.issue(contact, moment)),
                new ResponseWay(moment, answer, link, version, closed).of(journey, customerKnown),
                version.version());
    }
}
