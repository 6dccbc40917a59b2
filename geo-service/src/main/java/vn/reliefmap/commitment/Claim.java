package vn.reliefmap.commitment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.PublicCode;

/**
 * A team's word that it carries. Nobody else can take on what is outstanding in it.
 *
 * @param code stands for it in the public ledger
 * @param team account
 * @param placeKind {@code commune}, {@code zone}, {@code tour} or {@code lines}
 * @param place what people call it; a label only
 * @param tour that it was taken from; null for others
 */
public record Claim(
        UUID id,
        PublicCode code,
        DisasterId disaster,
        UUID team,
        String placeKind,
        @Nullable String place,
        List<Line> lines,
        Term term,
        @Nullable Tour tour) {

    /** A tour of a plan, by its number. */
    public record Tour(PlanId plan, int number) {}

    /** True while something may be brought under it. */
    public boolean lives(Instant now) {
        return term.endedAt() == null && term.expiresAt().isAfter(now);
    }

    /**
     * @param commune code; null in none
     * @param unit the smallest one that is known, a hamlet or the commune: whose officers it belongs to; null in none
     */
    public record Line(
            NeedId need,
            HouseholdId household,
            @Nullable String commune,
            @Nullable String unit,
            String item,
            Progress progress) {}
}
