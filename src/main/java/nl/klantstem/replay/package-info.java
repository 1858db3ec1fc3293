/** Import files, simulate a shop, run a broker inside the process, collect what was published. */
@NullMarked
package nl.klantstem.replay;

import org.jspecify.annotations.NullMarked;
