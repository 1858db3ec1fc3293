/** Pure numbers: intervals, differences, ranks, quantiles and reliability. No Kafka, no Jackson, no clock. */
@NullMarked
package nl.klantstem.stats;

import org.jspecify.annotations.NullMarked;
