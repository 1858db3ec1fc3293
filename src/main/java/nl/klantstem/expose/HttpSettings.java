package nl.klantstem.expose;

import java.util.Set;

/**
 * Where metrics and health are served.
 *
 * @param title what the index page says this is
 * @param bind the address to listen on
 * @param port 0 for a free one
 * @param hosts further names that requests may call this machine by; addresses and localhost always may
 */
public record HttpSettings(String title, String bind, int port, Set<String> hosts) {

    public static final String DEFAULT_BIND = "127.0.0.1";
    public static final int DEFAULT_EXPORTER_PORT = 9464;

    public HttpSettings {
        hosts = Set.copyOf(hosts);
    }
}
