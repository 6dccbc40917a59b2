package vn.reliefmap.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.reliefmap.kernel.Caller;

/** FEATURE UNDER TEST: what a role may do to an object of its own unit, of another unit, and of none. */
class RightsTest {

    @ParameterizedTest
    @CsvSource({
        // officer of, home in, served
        "19363, 19363, true",
        "19363, 19363.02, true",
        "19363, 19364, false",
        "19363, 193631, false",
        "19363, , false",
        "19363.02, 19363.02, true",
        "19363.02, 19363, false",
        "19363.02, 19363.021, false",
        "44, 19363, true",
        "44, 19363.02, true",
        "44, , true",
    })
    void anOfficerServesTheOwnUnitsOnly(String own, String unit, boolean served) {
        Rights rights = rights(Caller.OFFICER, own);
        assertThat(rights.serves(unit)).isEqualTo(served);
        assertThat(rights.mayVerify(unit)).isEqualTo(served);
        assertThat(rights.seesExactPlace(unit, false)).isEqualTo(served);
        assertThat(rights.seesExactPlace(unit, true)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Caller.class)
    void noOtherRoleServesAUnit(Caller role) {
        boolean all = role == Caller.ADMINISTRATOR || role == Caller.COORDINATOR;
        Rights rights = rights(role);
        assertThat(rights.serves("19363")).isFalse();
        assertThat(rights.homesOf()).isEmpty();
        assertThat(rights.mayVerify("19363")).isEqualTo(role == Caller.ADMINISTRATOR);
        assertThat(rights.seesExactPlace("19363", false)).isEqualTo(all);
        assertThat(rights.seesExactPlace(null, false)).isEqualTo(all);
        assertThat(rights.seesEveryHome()).isEqualTo(all);
        assertThat(rights.seesSmallSums(false)).isEqualTo(all);
        assertThat(rights.seesPlans(false)).isEqualTo(all);
        assertThat(rights.seesPlans(true)).isTrue();
    }

    @Test
    void onlyTheProvincesOfficerSeesBeyondTheOwnUnits() {
        assertThat(rights(Caller.OFFICER, "19363").seesSmallSums(false)).isFalse();
        assertThat(rights(Caller.OFFICER, "19363").seesPlans(false)).isFalse();
        assertThat(rights(Caller.OFFICER, "44").seesPlans(false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "EVERYONE, false, false, false",
        "RESIDENT, false, false, false",
        "DONOR, false, false, false",
        "DISPLAY, true, false, false",
        "TEAM, true, true, false",
        "OFFICER, true, true, true",
        "COORDINATOR, true, true, true",
        "ADMINISTRATOR, true, true, true",
    })
    void whoWorksTogetherKnowsSuppliesAndNames(Caller role, boolean supplies, boolean names, boolean allowsTrucks) {
        Rights rights = rights(role);
        assertThat(rights.seesSupplies(false)).isEqualTo(supplies);
        assertThat(rights.seesSupplies(true)).isTrue();
        assertThat(rights.seesStaffNames()).isEqualTo(names);
        assertThat(rights.mayAllowTrucks()).isEqualTo(allowsTrucks);
    }

    private static Rights rights(Caller role, String... units) {
        return Rights.of(role == Caller.EVERYONE ? null : new Account(UUID.randomUUID(), "Thử", role, Set.of(units)));
    }
}
