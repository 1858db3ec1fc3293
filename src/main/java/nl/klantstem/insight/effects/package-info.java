/** What measures brought: scores and orders placed again, before and after. */
@NullMarked
package nl.klantstem.insight.effects;

import org.jspecify.annotations.NullMarked;
