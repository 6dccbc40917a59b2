package vn.reliefmap.report;

import java.util.UUID;

/** Names a report; made by whoever sends it, a new one for each. */
public record ReportId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
