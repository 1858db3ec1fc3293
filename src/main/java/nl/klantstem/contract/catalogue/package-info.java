/** Reference data: journeys, drivers, cubes, windows and the versions they come in. */
@NullMarked
package nl.klantstem.contract.catalogue;

import org.jspecify.annotations.NullMarked;
