/** What is deployed agrees with the product: files, settings, commands, ports, paths. */
@NullMarked
package nl.klantstem.house.deploy;

import org.jspecify.annotations.NullMarked;
