package vn.reliefmap.access;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Caller;

/**
 * What an account may do to a single object, and which objects it sees: the rules that {@code @OpenTo} cannot tell. Rooms
 * ask here and nowhere else, so that the same home is open or closed alike on every page, in every list and file. Simulated
 * objects are open to everyone's eyes; nobody's home is in them.
 */
public final class Rights {
    private static final Set<Caller> SEE_EVERY_HOME = EnumSet.of(Caller.COORDINATOR, Caller.ADMINISTRATOR);
    private static final Set<Caller> SEE_SUPPLIES =
            EnumSet.of(Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR, Caller.ADMINISTRATOR, Caller.DISPLAY);
    private static final Set<Caller> KNOW_EACH_OTHER =
            EnumSet.of(Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR, Caller.ADMINISTRATOR);
    private static final Set<Caller> ALLOW_TRUCKS =
            EnumSet.of(Caller.OFFICER, Caller.COORDINATOR, Caller.ADMINISTRATOR);

    private final Caller role;
    private final Set<String> units;

    private Rights(Caller role, Set<String> units) {
        this.role = role;
        this.units = units;
    }

    /** @param account null for somebody who is not signed in */
    static Rights of(@Nullable Account account) {
        return account == null ? new Rights(Caller.EVERYONE, Set.of()) : new Rights(account.role(), account.units());
    }

    /**
     * True when an officer's units hold the unit. A province (two digits) holds everything; a commune holds itself and
     * its hamlets, whose codes are the commune's, a dot and the hamlet's own part; a hamlet holds itself. An object whose
     * unit nobody knows belongs to the province.
     *
     * @param unit code of a hamlet or commune; null when unknown
     */
    public boolean serves(@Nullable String unit) {
        return role == Caller.OFFICER
                && units.stream()
                        .anyMatch(own ->
                                province(own) || (unit != null && (unit.equals(own) || unit.startsWith(own + "."))));
    }

    /** True for whoever may decide on reports and needs of the unit: its officers, and the administrator. */
    public boolean mayVerify(@Nullable String unit) {
        return role == Caller.ADMINISTRATOR || serves(unit);
    }

    /** True when the caller may see the exact place of a home in the unit, and its list's reference. */
    public boolean seesExactPlace(@Nullable String unit, boolean simulated) {
        return simulated || seesEveryHome() || serves(unit);
    }

    /** True when the caller sees all homes, wherever they stand. */
    public boolean seesEveryHome() {
        return SEE_EVERY_HOME.contains(role) || serves(null);
    }

    /** Codes of the units whose homes an officer sees; of no meaning when {@link #seesEveryHome}. */
    public Set<String> homesOf() {
        return role == Caller.OFFICER ? units : Set.of();
    }

    /** True when sums of few households need not be joined or hidden (domain facts, section 5). */
    public boolean seesSmallSums(boolean simulated) {
        return simulated || seesEveryHome();
    }

    /**
     * True when the caller sees how things are now, and not only what was published last: those who work with it. Whoever
     * sees every moment can tell what changed in between.
     */
    public boolean seesNow(boolean simulated) {
        return simulated || KNOW_EACH_OTHER.contains(role);
    }

    /** True when the caller sees plans, which tell where homes are. */
    public boolean seesPlans(boolean simulated) {
        return simulated || seesEveryHome();
    }

    /** True when the caller sees depots, their stock and vehicles. */
    public boolean seesSupplies(boolean simulated) {
        return simulated || SEE_SUPPLIES.contains(role);
    }

    /** True when the caller sees the names of those who report and decide. */
    public boolean seesStaffNames() {
        return KNOW_EACH_OTHER.contains(role);
    }

    /** True when the caller may let trucks through deeper water (domain facts, section 2: a named officer's override). */
    public boolean mayAllowTrucks() {
        return ALLOW_TRUCKS.contains(role);
    }

    private static boolean province(String code) {
        return code.length() == 2;
    }
}
