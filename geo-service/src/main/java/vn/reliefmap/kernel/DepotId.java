package vn.reliefmap.kernel;

import java.util.UUID;

/** Names a depot. */
public record DepotId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
