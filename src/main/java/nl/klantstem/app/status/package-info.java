/** How the pipeline fares, for the one who is called at night: a verdict, its cause, and what to type next. */
@NullMarked
package nl.klantstem.app.status;

import org.jspecify.annotations.NullMarked;
