/** A simulated web shop: contacts and surveys with the rhythm, the peak and the mess of a real one. */
@NullMarked
package nl.klantstem.replay.shop;

import org.jspecify.annotations.NullMarked;
