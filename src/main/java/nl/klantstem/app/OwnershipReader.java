package nl.klantstem.app;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Ownership;
import nl.klantstem.contract.in.Party;

/** Who should handle what, by driver and fulfilment: each driver is a known one at one of its levels. */
final class OwnershipReader {

    private final Section root;
    private final Set<String> levels = new HashSet<>();
    private final boolean openDrivers;

    /**
     * @param openDrivers whether drivers are taken as they come, so that a rule may name any
     */
    OwnershipReader(Section root, List<Driver> drivers, boolean openDrivers) {
        this.root = root;
        this.openDrivers = openDrivers;
        drivers.forEach(driver -> levels.addAll(Driver.levels(driver.code())));
    }

    List<Ownership> read() {
        var seen = new HashSet<String>();
        return root.each("ownership", section -> {
            var rule = new Ownership(
                    section.text("driver"),
                    section.optionalChoice("fulfilment", Party.class),
                    section.choice("owner", Party.class));
            check(section, rule.driver());
            var condition = "'" + rule.driver() + "' "
                    + (rule.fulfilment() == null ? "without fulfilment" : "with fulfilment " + rule.fulfilment());
            if (!rule.driver().isEmpty() && !seen.add(condition)) {
                section.problem("driver", condition + " is there already: keep one");
            }
            return rule;
        });
    }

    private void check(Section section, String driver) {
        if (driver.isEmpty()) {
            return;
        }
        if (!CatalogueReader.DRIVER.matcher(driver).matches()) {
            section.problem(
                    "driver", "'" + driver + "' is not level1, level1/level2 or level1/level2/level3, without spaces");
        } else if (!openDrivers && !levels.contains(driver)) {
            section.problem(
                    "driver",
                    "driver '" + driver + "' does not exist at any level"
                            + DidYouMean.hint(driver, levels.stream().sorted().toList()));
        }
    }
}
