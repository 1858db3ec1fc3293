package nl.klantstem.rolling;

/** What a fact adds to one cell in one minute of event time (since the epoch). */
public record Contribution(Cell cell, long minute, Tally tally) {}
