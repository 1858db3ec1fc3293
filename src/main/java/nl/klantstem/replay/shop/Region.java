package nl.klantstem.replay.shop;

/** The provinces that parcels go to, by how many people live there (in thousands). */
enum Region {
    NOORD_HOLLAND("noord-holland", 2950),
    ZUID_HOLLAND("zuid-holland", 3800),
    UTRECHT("utrecht", 1390),
    FLEVOLAND("flevoland", 445),
    GELDERLAND("gelderland", 2130),
    OVERIJSSEL("overijssel", 1185),
    DRENTHE("drenthe", 500),
    GRONINGEN("groningen", 595),
    FRIESLAND("friesland", 660),
    NOORD_BRABANT("noord-brabant", 2630),
    LIMBURG("limburg", 1130),
    ZEELAND("zeeland", 390);

    private static final Region[] ALL = values();
    private static final double[] PEOPLE = new double[ALL.length];

    static {
        for (int i = 0; i < ALL.length; i++) {
            PEOPLE[i] = ALL[i].thousands;
        }
    }

    final String label;
    private final double thousands;

    Region(String label, double thousands) {
        this.label = label;
        this.thousands = thousands;
    }

    static Region draw(Dice dice) {
        return ALL[dice.weighted(PEOPLE)];
    }
}
