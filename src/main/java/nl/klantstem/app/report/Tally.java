package nl.klantstem.app.report;

import nl.klantstem.contract.out.JourneyNpsLedger;

/** What the ledger holds: answers by category, and of them those that were late and those without a contact. */
record Tally(Split split, long late, long unmatched) {

    static final Tally NONE = new Tally(Split.NONE, 0, 0);

    static Tally of(JourneyNpsLedger pane) {
        return new Tally(
                new Split(pane.promoters(), pane.passives(), pane.detractors()),
                pane.completeness().late(),
                pane.completeness().unmatched());
    }

    Tally plus(Tally other) {
        return new Tally(split.plus(other.split), late + other.late, unmatched + other.unmatched);
    }
}
