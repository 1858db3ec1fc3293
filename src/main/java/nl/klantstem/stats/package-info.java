/**
 * Pure numbers: intervals, differences, ranks, quantiles and reliability; why a score moved; what watches a score for lasting
 * changes and contacts for surges. No Kafka, no Jackson, no clock.
 */
@NullMarked
package nl.klantstem.stats;

import org.jspecify.annotations.NullMarked;
