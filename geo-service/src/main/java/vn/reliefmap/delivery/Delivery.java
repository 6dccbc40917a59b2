package vn.reliefmap.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.PublicCode;

/**
 * What a team says it handed over, and what the recipient says.
 *
 * @param code stands for it in the public ledger
 * @param team account that holds the claim
 * @param recordedBy account that wrote it down, the team's or an officer's
 * @param near where the device was, to about a kilometre; null when it was not told
 * @param receipts in their order; none is ever changed
 */
public record Delivery(
        UUID id,
        PublicCode code,
        UUID claim,
        UUID team,
        DisasterId disaster,
        Instant handedOverAt,
        UUID recordedBy,
        Instant recordedAt,
        @Nullable LonLat near,
        List<Line> lines,
        List<Receipt> receipts) {

    /** True for those who delivered or wrote it down: theirs is the team's word, never the recipient's. */
    public boolean by(UUID account) {
        return account.equals(team) || account.equals(recordedBy);
    }

    /** True when a recipient ever spoke of less than was handed over; a later word does not take that away. */
    public boolean disputed() {
        return receipts.stream().anyMatch(Receipt::less);
    }

    /**
     * @param commune of the household; null in none
     * @param unit its hamlet, or its commune: whose officers it belongs to; null in none
     * @param surplus how much of the quantity lay beyond the need
     * @param received what the recipient said last; null while nobody said anything
     */
    public record Line(
            NeedId need,
            @Nullable String commune,
            @Nullable String unit,
            String item,
            BigDecimal quantity,
            BigDecimal surplus,
            @Nullable BigDecimal received) {}

    /**
     * A recipient's word.
     *
     * @param recordedBy name of the account that entered it; null when the recipient did
     * @param signature of words from paper
     */
    public record Receipt(
            UUID id,
            Source source,
            Instant recordedAt,
            @Nullable String recordedBy,
            @Nullable Signature signature,
            List<Received> items) {
        public boolean less() {
            return items.stream().anyMatch(item -> item.received().compareTo(item.handed()) < 0);
        }
    }

    /**
     * A signature on paper.
     *
     * @param sheet photo of the sheet, among those of the delivery; null once they were thrown away
     */
    public record Signature(Instant signedAt, @Nullable UUID sheet) {}

    /** @param handed what the team had said */
    public record Received(String item, BigDecimal received, BigDecimal handed) {}

    /** By which way the word came. */
    public enum Source {
        /** The recipient, with a one-time code. */
        CODE,
        /** An officer of the place who saw or asked. */
        OFFICER,
        /** A signature on paper, entered later. */
        PAPER
    }
}
