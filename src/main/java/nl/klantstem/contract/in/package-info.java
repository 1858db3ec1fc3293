/** Events as they come in: what other systems tell us. */
@NullMarked
package nl.klantstem.contract.in;

import org.jspecify.annotations.NullMarked;
