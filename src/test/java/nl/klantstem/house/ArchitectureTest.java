package nl.klantstem.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The walls of the house stand, and the test that watches them can see. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nl.klantstem");

    private static final JavaClasses CANARY = new ClassFileImporter().importPackages("nl.klantstem.house.canary");

    private final Walls walls = new Walls("nl.klantstem");
    private final Walls canaryWalls = new Walls("nl.klantstem.house.canary");

    @Test
    void no_room_reaches_through_a_wall() {
        assertThat(walls.broken(HOUSE)).isEmpty();
    }

    @Test
    void the_wall_clock_is_read_only_where_time_is_made() {
        assertThat(walls.clocks(HOUSE)).isEmpty();
    }

    @Test
    void every_room_was_looked_at() {
        assertThat(walls.rooms(HOUSE)).containsKeys("contract", "topic", "app").hasSizeGreaterThan(3);
        assertThat(HOUSE.size()).isGreaterThan(50);
    }

    @Test
    void a_canary_that_breaks_every_kind_of_wall_is_caught() {
        assertThat(canaryWalls.broken(CANARY))
                .anySatisfy(broken -> assertThat(broken)
                        .contains("contract.FactThatKnowsTheApp uses")
                        .contains("app.TheApp"))
                .anySatisfy(broken -> assertThat(broken).contains("contract.FactThatKnowsTheApp uses org.apache.kafka"))
                .anySatisfy(broken -> assertThat(broken)
                        .contains("measure.nps.NpsThatPeeks uses")
                        .contains("measure.drivers"))
                .hasSize(3);
    }

    @Test
    void a_canary_that_reads_the_clock_is_caught() {
        assertThat(canaryWalls.clocks(CANARY))
                .hasSize(3)
                .anySatisfy(clock -> assertThat(clock).contains("java.time.Instant.now"))
                .anySatisfy(clock -> assertThat(clock).contains("java.lang.System.currentTimeMillis"))
                .anySatisfy(clock -> assertThat(clock).contains("java.time.Clock.systemUTC"));
    }
}
