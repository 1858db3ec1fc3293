/** Contacts and the answers about them become tallies of what could have been prevented. */
@NullMarked
package nl.klantstem.measure.avoidable;

import org.jspecify.annotations.NullMarked;
