/** What one stage hands the next. */
@NullMarked
package nl.klantstem.contract.flow;

import org.jspecify.annotations.NullMarked;
