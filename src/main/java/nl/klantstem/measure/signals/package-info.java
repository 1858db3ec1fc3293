/** Facts become the signals that the insight stage watches and compares. */
@NullMarked
package nl.klantstem.measure.signals;

import org.jspecify.annotations.NullMarked;
