package nl.klantstem.stats;

/**
 * The contacts of a driver in some minutes, to be learnt.
 *
 * @param hour the local hour of the week it lies in: 0..167, from Monday's first
 * @param contacts of the driver
 * @param all contacts that it shared the minutes with, its own among them
 * @param plannedShare the share that was planned; 0 when there was no plan
 */
public record SharedBin(int hour, long contacts, long all, double plannedShare) {

    boolean isPlanned() {
        return plannedShare > 0;
    }
}
