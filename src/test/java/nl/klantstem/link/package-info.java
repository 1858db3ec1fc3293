@NullMarked
package nl.klantstem.link;

import org.jspecify.annotations.NullMarked;
