package vn.reliefmap.need;

import java.time.Instant;

/**
 * How long a need counts as confirmed (domain facts, section 3; weak): settings {@code relief.need.fresh.critical} (12 h),
 * {@code .high} (24 h) and {@code .normal} (60 h). One that is not confirmed in time is unconfirmed: it leaves what everyone
 * sees, and nothing else. Thread-safe.
 */
public interface Freshness {
    /** When somebody has to confirm it again. */
    Instant expiresAt(Urgency urgency, Instant confirmedAt);

    /** True when that time has come. */
    boolean unconfirmed(Urgency urgency, Instant confirmedAt);
}
