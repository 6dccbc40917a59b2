package vn.reliefmap.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All files of the pages as they lie in one build. Their version is a hash over all of them, and it stands in their
 * addresses ({@code /v/VERSION/js/map.js}): a browser may keep what it has for ever, and imports between modules stay as
 * they are written.
 */
final class Shell {
    static final String ROOT = "/v/";
    /** Where lies what was made of several files. */
    static final String BUNDLES = "/b/";

    /** Pages that the server writes, and what they begin with; of all others the page itself says it. */
    private static final Map<String, String> WRITTEN = Map.of("/report", """
            <link href="/css/report.css"><script src="/js/report.js"></script>
            <script src="/js/reportask.js" type="module"></script>""", "/list", """
            <link href="/css/list.css">""");

    private static final Pattern IMPORT = Pattern.compile("['\"]\\./([\\w.-]+\\.js)['\"]");
    /** The words of a page in every language that there is: {@code import('./text.' + lang + '.js')}. */
    private static final Pattern WORDS = Pattern.compile("'\\./(\\w+\\.)' \\+ lang \\+ '\\.js'");

    private final Map<String, ShellFile> files;
    private final ShellHead head;
    private final String version;
    private final Map<String, ShellFile> pages = new TreeMap<>();
    private final Map<String, Set<String>> faces = new TreeMap<>();
    private @Nullable ShellFile worker;

    Shell(Collection<ShellFile> files) {
        this.files =
                new ConcurrentSkipListMap<>(files.stream().collect(Collectors.toMap(ShellFile::path, file -> file)));
        String all = this.files.values().stream()
                .map(file -> file.path() + " " + file.hash())
                .collect(Collectors.joining("\n"));
        this.version = ShellFile.hash(all.getBytes(StandardCharsets.UTF_8));
        this.head = new ShellHead(this.files);
        WRITTEN.forEach((address, first) -> faces.put(address, reachable(head.written(first))));
        files.stream().filter(file -> file.path().endsWith(".html")).forEach(file -> {
            String name = file.path().substring(0, file.path().length() - ".html".length());
            String address = name.equals("/index") ? "/" : name;
            pages.put(address, ShellFile.of(file.path(), linked(file.text())));
            faces.put(address, reachable(head.written(file.text())));
        });
    }

    String version() {
        return version;
    }

    Optional<ShellFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** A page of the server's with the addresses of scripts and styles as they are in this version. */
    String linked(String html) {
        return ShellHead.LINK
                .matcher(head.written(html))
                .replaceAll(link -> Matcher.quoteReplacement(
                        files.containsKey(link.group(2))
                                ? link.group(1) + "=\"" + ROOT + version + link.group(2) + "\""
                                : link.group()));
    }

    /** Pages that are files as they lie, as they are sent, by their addresses: {@code /tours} is {@code /tours.html}. */
    Map<String, ShellFile> pages() {
        return pages;
    }

    /** For each face all that it can come to need, so that it opens without a network. */
    Map<String, Set<String>> faces() {
        return faces;
    }

    /** Hash of each file of a face by its path, and of the pages themselves. */
    Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        faces.values().stream()
                .flatMap(Set::stream)
                .flatMap(path -> find(path).stream())
                .forEach(file -> hashes.put(file.path(), file.hash()));
        pages.values().forEach(page -> hashes.put(page.path(), page.hash()));
        return hashes;
    }

    /** The service worker's one script. */
    synchronized ShellFile worker() {
        if (worker == null) {
            worker = ShellFile.of("/sw.js", WorkerScript.of(this));
        }
        return worker;
    }

    private Set<String> reachable(String html) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        ShellHead.LINK.matcher(html).results().forEach(link -> open.add(link.group(2)));
        while (!open.isEmpty()) {
            String path = open.remove();
            ShellFile file = files.get(path);
            if (file != null && found.add(path) && path.endsWith(".js") && !path.startsWith("/webjars/")) {
                open.addAll(imports(file));
            }
        }
        return found;
    }

    private Set<String> imports(ShellFile file) {
        String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
        Set<String> imported = new LinkedHashSet<>();
        IMPORT.matcher(file.text()).results().forEach(found -> imported.add(folder + found.group(1)));
        WORDS.matcher(file.text())
                .results()
                .map(found -> Pattern.compile(Pattern.quote(folder + found.group(1)) + "\\w+\\.js"))
                .forEach(words -> files.keySet().stream()
                        .filter(path -> words.matcher(path).matches())
                        .forEach(imported::add));
        return imported;
    }
}
