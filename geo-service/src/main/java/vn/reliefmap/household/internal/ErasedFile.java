package vn.reliefmap.household.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.reliefmap.household.Erasures.Why;

/**
 * The list of erased households beside the database: a line for each with id, time and reason, only ever added to. It
 * outlives the database, so that a restored backup can be told whom to forget again.
 */
@Component
class ErasedFile {
    private static final Pattern LINE = Pattern.compile("([0-9a-f-]{36}) (\\S+) (ASKED|PURGED)");

    private final Path file;

    ErasedFile(@Value("${relief.home:.relief}") Path home) {
        this.file = home.resolve("erased.txt");
    }

    /** One entry. */
    record Erased(Instant at, Why why) {}

    /** A line that cannot be read is passed over: the last one may have been cut short. */
    synchronized Map<UUID, Erased> read() {
        Map<UUID, Erased> erased = new LinkedHashMap<>();
        if (Files.exists(file)) {
            try {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    Matcher form = LINE.matcher(line);
                    if (form.matches()) {
                        erased.put(
                                UUID.fromString(form.group(1)),
                                new Erased(Instant.parse(form.group(2)), Why.valueOf(form.group(3))));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return erased;
    }

    /** On the disk when this returns. */
    synchronized void add(Map<UUID, Erased> erased) {
        if (erased.isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        erased.forEach((id, e) -> lines.append('\n')
                .append(id)
                .append(' ')
                .append(e.at())
                .append(' ')
                .append(e.why()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                ByteBuffer bytes = ByteBuffer.wrap(lines.append('\n').toString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
