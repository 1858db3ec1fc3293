/** What all measures share: the cells a fact counts in, and how figures are shown. It knows none of the measures. */
@NullMarked
package nl.klantstem.measure;

import org.jspecify.annotations.NullMarked;
