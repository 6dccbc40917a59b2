package vn.reliefmap.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;

/**
 * The table of who may call what, {@code roles.txt} beside the tests: one line for each endpoint, and further ones for
 * single objects behind it (see {@link RoleObjects}).
 */
record RoleTable(List<Row> rows) {
    /** Stands for no object in particular. */
    static final String ANY = "-";

    private static final Path FILE = EmptyProgram.root().resolve("map-web/src/test/resources/roles.txt");

    /**
     * One line.
     *
     * @param endpoint method and address, as {@code GET /api/v1/plans/{id}}
     * @param expected what each role is answered
     */
    record Row(String endpoint, String object, Map<Caller, String> expected) {}

    static RoleTable read() {
        List<Row> rows = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(FILE)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(row(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RoleTable(rows);
    }

    boolean has(String endpoint) {
        return rows.stream()
                .anyMatch(row -> row.endpoint().equals(endpoint) && row.object().equals(ANY));
    }

    /** The line for an endpoint that has none, filled from what its {@code @OpenTo} says now. */
    static String proposal(String endpoint, OpenTo rule) {
        List<Caller> open = List.of(rule.value());
        String cells = Arrays.stream(Caller.values())
                .map(role -> role == Caller.ADMINISTRATOR || open.contains(role) || open.contains(Caller.EVERYONE)
                        ? "ok    "
                        : role == Caller.EVERYONE ? "401   " : "403   ")
                .collect(Collectors.joining(" "));
        return String.format("%-46s | %-26s | %s", endpoint, ANY, cells).stripTrailing();
    }

    private static Row row(String line) {
        String[] parts = line.split("\\|");
        Iterator<String> cells = List.of(parts.length == 3 ? parts[2].strip().split("\\s+") : new String[0])
                .iterator();
        Map<Caller, String> expected = new EnumMap<>(Caller.class);
        for (Caller role : Caller.values()) {
            if (cells.hasNext()) {
                expected.put(role, cells.next());
            }
        }
        if (expected.size() != Caller.values().length || cells.hasNext()) {
            throw new IllegalArgumentException(
                    "roles.txt: METHOD ADDRESS | OBJECT | " + Caller.values().length + " answers, not: " + line);
        }
        return new Row(parts[0].strip().replaceAll("\\s+", " "), parts[1].strip(), expected);
    }
}
