package vn.reliefmap.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Where the files of the pages come from: the program itself with its bundles, read once. Whoever works on the pages gives a folder
 * ({@code spring.web.resources.static-locations=file:…/static/}), which is read again whenever a file in
 * it changed, and sent as it lies there.
 */
@Component
@ConditionalOnWebApplication
class ShellSource {
    private static final String BUILT_IN = "classpath:/static/**/*.*";
    private static final String BUNDLED = "classpath*:/bundles/**/*.*";
    private static final String LEAFLET = "classpath*:/META-INF/resources/webjars/leaflet/*/dist/leaflet.*s";

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final List<ShellFile> leaflet;
    private final @Nullable Path watched;
    private Shell shell;
    private long changedAt;

    ShellSource(@Value("${spring.web.resources.static-locations:}") String location) {
        this.leaflet = read(LEAFLET, "/webjars/");
        this.watched = location.startsWith("file:") ? Path.of(location.substring("file:".length())) : null;
        this.changedAt = watched == null ? 0 : newest(watched);
        this.shell = readAll();
    }

    synchronized Shell now() {
        if (watched != null && newest(watched) != changedAt) {
            changedAt = newest(watched);
            shell = readAll();
        }
        return shell;
    }

    private Shell readAll() {
        Map<String, ShellFile> files = new HashMap<>();
        leaflet.forEach(file -> files.put(file.path(), file));
        if (watched == null) {
            read(BUILT_IN, "/static/").forEach(file -> files.put(file.path(), file.withoutComments()));
            read(BUNDLED, "/bundles/").forEach(file -> files.put(file.path(), file));
        } else {
            read("file:" + watched + "/**/*.*", watched + "/").forEach(file -> files.put(file.path(), file));
        }
        return new Shell(files.values());
    }

    /** Files of a pattern; their path begins with the last part of {@code root} that is not "/static/". */
    private List<ShellFile> read(String pattern, String root) {
        try {
            List<ShellFile> files = new ArrayList<>();
            for (Resource resource : resources.getResources(pattern)) {
                String where = resource.getURL().toString();
                int start = where.lastIndexOf(root) + (root.equals("/webjars/") ? 0 : root.length() - 1);
                files.add(new ShellFile(where.substring(start), resource.getContentAsByteArray()));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long newest(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.mapToLong(path -> path.toFile().lastModified()).max().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
