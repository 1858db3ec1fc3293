/** Responses become Net Promoter Score tallies. */
@NullMarked
package nl.klantstem.measure.nps;

import org.jspecify.annotations.NullMarked;
