/** The command that measures the alarms on simulated journeys: how often they are false, and how late the true ones are. */
@NullMarked
package nl.klantstem.app.alerts;

import org.jspecify.annotations.NullMarked;
