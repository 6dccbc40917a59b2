package vn.reliefmap.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service worker as one script. Browsers before Chrome 91 take no modules there, and it shares the outbox with the
 * pages; so each of its modules becomes a function, in the order in which they need each other.
 */
final class WorkerScript {
    private static final String START = "worker.js";
    private static final Pattern IMPORT = Pattern.compile("(?m)^import \\{ (.+) } from '\\./([\\w.]+)';\\n");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export ((?:async )?function|const) (\\w+)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Shell shell;
    private final StringBuilder script = new StringBuilder(20_000);
    private final Set<String> written = new LinkedHashSet<>();

    private WorkerScript(Shell shell) {
        this.shell = shell;
    }

    static String of(Shell shell) {
        WorkerScript worker = new WorkerScript(shell);
        worker.script
                .append("const SHELL = ")
                .append(JSON.writeValueAsString(
                        new Contents(shell.version(), shell.hashes(), shell.faces(), notKept())))
                .append(";\nconst modules = {};\n");
        worker.write(START);
        return worker.script.toString();
    }

    private record Contents(
            String version, Map<String, String> files, Map<String, Set<String>> faces, String notKept) {}

    /** The page for whoever comes to one that the device does not keep; without a network nobody knows in which language. */
    private static String notKept() {
        return "<!doctype html><html lang=\"" + PageWords.VIETNAMESE.language() + "\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
                + PlainHtml.safe(PageWords.VIETNAMESE.say("not_kept.title")) + "</title><h1>"
                + PageWords.inAll("not_kept.title") + "</h1><p>" + PageWords.inAll("not_kept.why")
                + "</p><p><a href=\"/report\">" + PageWords.inAll("report.title") + "</a> · <a href=\"/\">"
                + PageWords.inAll("map") + "</a> · <a href=\"tel:112\">" + PageWords.inAll("report.call")
                + "</a></p></html>";
    }

    private void write(String module) {
        if (!written.add(module)) {
            return;
        }
        String text = shell.find("/js/" + module)
                .orElseThrow(() -> new IllegalStateException("no module /js/" + module))
                .text();
        IMPORT.matcher(text).results().forEach(needed -> write(needed.group(2)));
        List<String> names = new ArrayList<>();
        EXPORT.matcher(text).results().map(found -> found.group(2)).forEach(names::add);
        String body = EXPORT.matcher(IMPORT.matcher(text).replaceAll(WorkerScript::taken))
                .replaceAll("$1 $2");
        script.append("modules['").append(module).append("'] = (() => {\n").append(body);
        script.append("return { ").append(String.join(", ", names)).append(" };\n})();\n");
    }

    private static String taken(MatchResult found) {
        return "const { " + found.group(1).replace(" as ", ": ") + " } = modules['" + found.group(2) + "'];\n";
    }
}
