@NullMarked
package nl.klantstem.replay.shop;

import org.jspecify.annotations.NullMarked;
