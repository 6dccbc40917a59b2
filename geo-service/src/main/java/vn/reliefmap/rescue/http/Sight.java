package vn.reliefmap.rescue.http;

import java.util.UUID;
import vn.reliefmap.access.Callers;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.rescue.Crew;
import vn.reliefmap.rescue.Crews;

/** Whose calls and crews the caller may see. */
final class Sight {
    private Sight() {}

    /** The signed-in account; the guard let nobody else through. */
    static UUID account() {
        return Callers.account().orElseThrow().id();
    }

    static boolean seesAll() {
        Caller role = Callers.current();
        return role == Caller.COORDINATOR || role == Caller.ADMINISTRATOR;
    }

    static boolean sees(Crew crew) {
        return seesAll() || crew.account().equals(account());
    }

    /** Somebody else's crew is as if it were not there. */
    static Crew required(Crew crew) {
        if (!sees(crew)) {
            throw Crews.notFound().asException();
        }
        return crew;
    }
}
