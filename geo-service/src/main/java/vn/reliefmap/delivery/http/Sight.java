package vn.reliefmap.delivery.http;

import java.util.Collection;
import java.util.UUID;
import vn.reliefmap.access.Callers;
import vn.reliefmap.delivery.Deliveries;
import vn.reliefmap.delivery.Delivery;
import vn.reliefmap.kernel.Caller;

/** Which deliveries the caller may see, and so act on. */
final class Sight {
    private Sight() {}

    /** The signed-in account; the guard let nobody else through. */
    static UUID account() {
        return Callers.account().orElseThrow().id();
    }

    /** Coordinators see all, a team its own, an officer those that touch the own units. */
    static boolean of(UUID team, Collection<String> units) {
        Caller role = Callers.current();
        return role == Caller.COORDINATOR
                || role == Caller.ADMINISTRATOR
                || (role == Caller.TEAM && team.equals(account()))
                || units.stream().anyMatch(Callers.rights()::serves);
    }

    static boolean of(Delivery delivery) {
        return of(
                delivery.team(),
                delivery.lines().stream()
                        .map(line -> line.unit() == null ? "" : line.unit())
                        .toList());
    }

    /** True for those whose word on a delivery counts beside the recipient's own. */
    static boolean mayConfirm(Delivery delivery) {
        return Callers.current() != Caller.TEAM && Callers.current() != Caller.EVERYONE && of(delivery);
    }

    /** Somebody else's is as if it were not there. */
    static Delivery required(Delivery delivery) {
        if (!of(delivery)) {
            throw Deliveries.notFound().asException();
        }
        return delivery;
    }
}
