@NullMarked
package nl.klantstem.insight.effects;

import org.jspecify.annotations.NullMarked;
