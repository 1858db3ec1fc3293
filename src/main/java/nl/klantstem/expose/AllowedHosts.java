package nl.klantstem.expose;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names this machine may be called by. A web page can make a browser ask here under a name of its own (DNS rebinding),
 * but not under an address, so addresses are let through.
 */
final class AllowedHosts {

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[?[0-9a-f:.]*:[0-9a-f:.]*]?");

    private final Set<String> names = new HashSet<>();

    AllowedHosts(HttpSettings settings) {
        names.add("localhost");
        names.add(settings.bind().toLowerCase(Locale.ROOT));
        settings.hosts().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    }

    boolean allow(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return names.contains(name) || ADDRESS.matcher(name).matches();
    }
}
