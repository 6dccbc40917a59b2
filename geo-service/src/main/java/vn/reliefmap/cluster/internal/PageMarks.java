package vn.reliefmap.cluster.internal;

import java.util.function.LongFunction;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.PersonalData;

/**
 * The marks by which a page follows the one before, made from a number that follows from exact places. Without the key nobody
 * can try out places until the mark fits.
 */
@Component
final class PageMarks implements LongFunction<String> {
    private static final int DIGITS = 16;

    private final PersonalData personal;

    PageMarks(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String apply(long membership) {
        return personal.fingerprint("page of cells " + membership).substring(0, DIGITS);
    }
}
