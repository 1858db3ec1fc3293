package nl.klantstem.app.bench;

/**
 * What one side cost in one round.
 *
 * @param seconds from its first to its last record
 * @param cpuSeconds of its own threads
 */
record Measured(long records, double seconds, double cpuSeconds) {

    double recordsPerSecond() {
        return records / seconds;
    }

    double cpuSecondsPerMillion() {
        return cpuSeconds * 1_000_000 / records;
    }
}
