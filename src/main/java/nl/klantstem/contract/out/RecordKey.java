package nl.klantstem.contract.out;

/** The key of a dead letter or late event: where the original record stands. */
public record RecordKey(String topic, int partition, long offset) {}
