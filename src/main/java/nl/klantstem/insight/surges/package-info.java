/** Sees surges of contacts about a driver, and tells each once. */
@NullMarked
package nl.klantstem.insight.surges;

import org.jspecify.annotations.NullMarked;
