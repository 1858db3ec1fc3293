/** The engine: tallies, cells, panes, windows, frames and the watermark. */
@NullMarked
package nl.klantstem.rolling;

import org.jspecify.annotations.NullMarked;
