/** Watches scores and tells of those that really changed. */
@NullMarked
package nl.klantstem.insight.alerts;

import org.jspecify.annotations.NullMarked;
