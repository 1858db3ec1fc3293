@NullMarked
package nl.klantstem.rolling;

import org.jspecify.annotations.NullMarked;
