package nl.klantstem.contract.flow;

/** A step that holds from now on (sign +1), or one that a record from an earlier minute has overtaken (sign -1). */
public record FactChange(FactStep step, int sign) {}
