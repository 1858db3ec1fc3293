package nl.klantstem.app.alerts;

/**
 * What goes wrong in a journey: some customers have a very bad experience.
 *
 * @param points by which its NPS drops in the end
 * @param days over which it slides there; 0 for at once
 */
record Change(double points, double days) {

    static final Change NONE = new Change(0, 0);

    private static final double MINUTES_PER_DAY = 1_440;

    /** The drop so long after the beginning. */
    double pointsAfter(long minutes) {
        return days == 0 ? points : points * Math.min(1, minutes / (days * MINUTES_PER_DAY));
    }

    String name() {
        String drop = Math.round(points) + " points";
        return days == 0 ? drop : drop + ", " + Math.round(days) + " days";
    }
}
