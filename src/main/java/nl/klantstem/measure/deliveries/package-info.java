/** Shipments become tallies of how they came against their promise. */
@NullMarked
package nl.klantstem.measure.deliveries;

import org.jspecify.annotations.NullMarked;
