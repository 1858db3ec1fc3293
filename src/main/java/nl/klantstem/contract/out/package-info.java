/** Insights as they go out: what other teams, the exporter and dashboards read. */
@NullMarked
package nl.klantstem.contract.out;

import org.jspecify.annotations.NullMarked;
