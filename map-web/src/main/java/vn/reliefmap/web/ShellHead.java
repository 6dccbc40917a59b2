package vn.reliefmap.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the head of a page asks for. Pages name the sources of their scripts and styles; what is sent names the bundle made of
 * those scripts, all styles in one file, and every module that is needed at once, so that none waits for another.
 */
final class ShellHead {
    static final Pattern LINK = Pattern.compile("(href|src)=\"(/[^\"?#]+\\.(?:js|css|svg))\"");
    private static final Pattern SCRIPT = Pattern.compile("<script ([^>]*)src=\"(/js/\\w+\\.js)\"([^>]*)>");
    private static final Pattern STYLES = Pattern.compile(
            "<link rel=\"stylesheet\" href=\"[^\"]+\">(?:\\s*<link rel=\"stylesheet\" href=\"[^\"]+\">)+");
    private static final Pattern STATIC_IMPORT =
            Pattern.compile("(?m)(?:^|[;}\\n])(?:import|export)\\b[^'\"()]*['\"]\\./([\\w.-]+)['\"]");

    private final Map<String, ShellFile> files;
    private final Map<String, String> scripts = new ConcurrentHashMap<>();

    /** @param files by their path; styles that were joined are added to them */
    ShellHead(Map<String, ShellFile> files) {
        this.files = files;
    }

    /** The page with paths of what is sent, without the version. */
    String written(String html) {
        return replaced(
                STYLES,
                replaced(SCRIPT, html, tag -> scripts.computeIfAbsent(tag.group(), same -> script(tag))),
                this::joined);
    }

    private String script(MatchResult tag) {
        String path = bundleOf(tag.group(2));
        String attributes = tag.group(1) + tag.group(3);
        boolean module = attributes.contains("type=\"module\"");
        String before = module
                ? atOnce(path).stream()
                        .map(needed -> "<link rel=\"modulepreload\" href=\"" + needed + "\">\n")
                        .collect(Collectors.joining())
                : "";
        return before + "<script " + tag.group(1) + "src=\"" + path + "\"" + tag.group(3) + ">";
    }

    private String bundleOf(String source) {
        String name = source.substring(source.lastIndexOf('/') + 1, source.length() - ".js".length());
        String bundle = Shell.BUNDLES + name + "/" + name + ".js";
        return files.containsKey(bundle) ? bundle : source;
    }

    /** The modules that a module needs before it runs. */
    private Set<String> atOnce(String module) {
        Set<String> needed = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(module));
        while (!open.isEmpty()) {
            String path = open.remove(0);
            ShellFile file = files.get(path);
            if (file != null && needed.add(path)) {
                String folder = path.substring(0, path.lastIndexOf('/') + 1);
                STATIC_IMPORT.matcher(file.text()).results().forEach(found -> open.add(folder + found.group(1)));
            }
        }
        needed.remove(module);
        return needed;
    }

    private String joined(MatchResult links) {
        List<String> styles =
                LINK.matcher(links.group()).results().map(link -> link.group(2)).toList();
        List<ShellFile> found =
                styles.stream().map(files::get).filter(Objects::nonNull).toList();
        if (found.size() < styles.size()) {
            return links.group();
        }
        String path = Shell.BUNDLES + styles.stream().map(ShellHead::nameOf).collect(Collectors.joining("-")) + ".css";
        String text = found.stream().map(ShellFile::text).collect(Collectors.joining("\n"));
        files.computeIfAbsent(path, joined -> ShellFile.of(joined, text).withoutComments());
        return "<link rel=\"stylesheet\" href=\"" + path + "\">";
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }

    private static String replaced(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
    }
}
