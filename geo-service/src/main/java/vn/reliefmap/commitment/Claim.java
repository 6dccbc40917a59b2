package vn.reliefmap.commitment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.PublicCode;

/**
 * A team's word that it carries. Nobody else can take on what is outstanding in it.
 *
 * @param code stands for it in the public ledger
 * @param team account
 * @param placeKind {@code commune}, {@code zone}, {@code tour} or {@code lines}
 * @param place what people call it; a label only
 */
public record Claim(
        UUID id,
        PublicCode code,
        DisasterId disaster,
        UUID team,
        String placeKind,
        @Nullable String place,
        List<Line> lines,
        Term term) {

    /** @param commune code; null in none */
    public record Line(NeedId need, @Nullable String commune, String item, Progress progress) {}
}
