package vn.reliefmap.commitment.http;

import java.util.UUID;
import vn.reliefmap.access.Callers;
import vn.reliefmap.kernel.Caller;

/** What the endpoints of promises ask of every request. */
final class Requests {
    private Requests() {}

    /** The signed-in account; the guard let nobody else through. */
    static UUID account() {
        return Callers.account().orElseThrow().id();
    }

    /** True for those who see everybody's promises. */
    static boolean seesAll() {
        return Callers.current() == Caller.COORDINATOR || Callers.current() == Caller.ADMINISTRATOR;
    }
}
