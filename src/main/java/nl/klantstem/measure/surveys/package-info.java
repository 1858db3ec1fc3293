/** Surveys that were to be asked, and what came of them. */
@NullMarked
package nl.klantstem.measure.surveys;

import org.jspecify.annotations.NullMarked;
