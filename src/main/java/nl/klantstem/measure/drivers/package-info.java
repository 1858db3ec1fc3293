/** Contacts become contact-driver tallies. */
@NullMarked
package nl.klantstem.measure.drivers;

import org.jspecify.annotations.NullMarked;
