package vn.reliefmap.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;

/** A campaign to be opened; see {@link Campaign}. */
public record CampaignOrder(
        UUID id,
        DisasterId disaster,
        String name,
        @Nullable String account,
        @Nullable BigDecimal goalVnd,
        LocalDate startsOn,
        @Nullable LocalDate endsOn) {}
