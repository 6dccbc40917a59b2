package vn.reliefmap.kernel;

import java.util.UUID;

/** Names a household. */
public record HouseholdId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
