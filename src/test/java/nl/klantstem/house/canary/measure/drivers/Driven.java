package nl.klantstem.house.canary.measure.drivers;

/** What another measure must not see. */
public final class Driven {

    public static final Object DRIVEN = new Object();

    private Driven() {}
}
