package nl.klantstem.contract.out;

/** How far a score can be trusted: SUPPRESSED under 5 answers (privacy), LOW_N under 30, else OK. */
public enum Reliability {
    OK,
    LOW_N,
    SUPPRESSED
}
