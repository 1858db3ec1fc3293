package nl.klantstem.expose;

/** How a metric behaves: a counter never falls, a gauge moves, a histogram counts by classes, an info only carries labels. */
public enum MetricType {
    COUNTER,
    GAUGE,
    HISTOGRAM,
    INFO
}
