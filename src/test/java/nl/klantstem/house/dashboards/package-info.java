/** The Grafana dashboards: written here, kept as files in grafana/dashboards (English) and grafana/dashboards-nl (Dutch). */
@NullMarked
package nl.klantstem.house.dashboards;

import org.jspecify.annotations.NullMarked;
