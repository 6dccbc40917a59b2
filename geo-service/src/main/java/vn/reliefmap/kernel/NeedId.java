package vn.reliefmap.kernel;

import java.util.UUID;

/** Names a household's need of one item. */
public record NeedId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
