package vn.reliefmap.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All files of the pages as they lie in one build. Their version is a hash over all of them, and it stands in their
 * addresses ({@code /v/VERSION/js/map.js}): a browser may keep what it has for ever, and imports between modules stay as
 * they are written.
 */
final class Shell {
    static final String ROOT = "/v/";

    /** Pages that the server writes, and the files they begin with; of all others the page itself says it. */
    private static final Map<String, List<String>> WRITTEN = Map.of(
            "/report",
            List.of("/css/report.css", "/js/report.js", "/js/reportask.js"),
            "/list",
            List.of("/css/list.css"));

    private static final Pattern LINK = Pattern.compile("(href|src)=\"(/[^\"?#]+\\.(?:js|css|svg))\"");
    private static final Pattern IMPORT = Pattern.compile("'\\./([\\w.]+\\.js)'");
    /** The words of a page in another language: {@code import('./text.' + lang + '.js')}. */
    private static final Pattern WORDS = Pattern.compile("'\\./(\\w+\\.)' \\+ lang \\+ '\\.js'");

    private final Map<String, ShellFile> files;
    private final String version;

    Shell(Collection<ShellFile> files) {
        this.files = new TreeMap<>(files.stream().collect(Collectors.toMap(ShellFile::path, file -> file)));
        String all = this.files.values().stream()
                .map(file -> file.path() + " " + file.hash())
                .collect(Collectors.joining("\n"));
        this.version = ShellFile.hash(all.getBytes(StandardCharsets.UTF_8));
    }

    String version() {
        return version;
    }

    Optional<ShellFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** A page of the server's with the addresses of scripts and styles as they are in this version. */
    String linked(String html) {
        return LINK.matcher(html)
                .replaceAll(link -> Matcher.quoteReplacement(
                        files.containsKey(link.group(2))
                                ? link.group(1) + "=\"" + ROOT + version + link.group(2) + "\""
                                : link.group()));
    }

    /** Addresses of the pages that are files as they lie, with their file: {@code /tours} is {@code /tours.html}. */
    Map<String, ShellFile> pages() {
        Map<String, ShellFile> pages = new TreeMap<>();
        files.values().stream().filter(file -> file.path().endsWith(".html")).forEach(file -> {
            String name = file.path().substring(0, file.path().length() - ".html".length());
            pages.put(name.equals("/index") ? "/" : name, file);
        });
        return pages;
    }

    /** For each face all that it can come to need, so that it opens without a network. */
    Map<String, Set<String>> faces() {
        Map<String, Set<String>> faces = new TreeMap<>();
        WRITTEN.forEach((address, first) -> faces.put(address, reachable(first)));
        pages().forEach((address, page) -> faces.put(
                address,
                reachable(LINK.matcher(page.text())
                        .results()
                        .map(link -> link.group(2))
                        .toList())));
        return faces;
    }

    /** Hash of each file by its path. */
    Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach((path, file) -> hashes.put(path, file.hash()));
        return hashes;
    }

    private Set<String> reachable(List<String> first) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(first);
        while (!open.isEmpty()) {
            String path = open.remove();
            ShellFile file = files.get(path);
            if (file != null && found.add(path) && path.endsWith(".js") && !path.startsWith("/webjars/")) {
                open.addAll(imports(file));
            }
        }
        return found;
    }

    private static List<String> imports(ShellFile file) {
        String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
        List<String> imported = IMPORT.matcher(file.text())
                .results()
                .map(found -> folder + found.group(1))
                .collect(Collectors.toList());
        WORDS.matcher(file.text()).results().forEach(found -> {
            imported.add(folder + found.group(1) + "vi.js");
            imported.add(folder + found.group(1) + "en.js");
        });
        return imported;
    }
}
