package vn.reliefmap.kernel;

import java.util.UUID;

/** Names a vehicle. */
public record VehicleId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
