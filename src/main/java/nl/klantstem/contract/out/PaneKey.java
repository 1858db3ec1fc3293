package nl.klantstem.contract.out;

import java.time.Instant;

/** The key of a ledger record: the tally of one scope in one pane, by the instant the pane starts. */
public record PaneKey(Scope scope, Instant from) {}
