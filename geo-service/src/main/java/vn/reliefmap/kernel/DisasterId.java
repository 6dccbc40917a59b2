package vn.reliefmap.kernel;

import java.util.UUID;

/** Names a named flood. */
public record DisasterId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
