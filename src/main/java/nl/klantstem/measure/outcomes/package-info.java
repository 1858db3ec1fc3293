/** Contacts and the answers about them become outcome tallies, of contacts and of service partners. */
@NullMarked
package nl.klantstem.measure.outcomes;

import org.jspecify.annotations.NullMarked;
