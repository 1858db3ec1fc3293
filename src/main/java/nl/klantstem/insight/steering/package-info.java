/** Says by the hour how the day goes against plan, last week and last peak, and whether we are ready for tomorrow. */
@NullMarked
package nl.klantstem.insight.steering;

import org.jspecify.annotations.NullMarked;
