/** Instances of journeys, and the answers of those who went through them, become tallies of steps and of outcomes. */
@NullMarked
package nl.klantstem.measure.journeys;

import org.jspecify.annotations.NullMarked;
