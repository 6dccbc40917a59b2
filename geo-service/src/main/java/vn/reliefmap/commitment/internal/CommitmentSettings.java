package vn.reliefmap.commitment.internal;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long promises hold and how many a team may have. Weak values, without a source. */
@Component
class CommitmentSettings {
    final Duration pledgeLasts;
    final Duration claimLasts;
    final int liveClaims;

    CommitmentSettings(
            @Value("${relief.commitment.pledge-lasts:7d}") Duration pledgeLasts,
            @Value("${relief.commitment.claim-lasts:24h}") Duration claimLasts,
            @Value("${relief.commitment.live-claims:3}") int liveClaims) {
        this.pledgeLasts = pledgeLasts;
        this.claimLasts = claimLasts;
        this.liveClaims = liveClaims;
    }
}
