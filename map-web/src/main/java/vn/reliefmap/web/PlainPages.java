package vn.reliefmap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Hands out the pages that are files as they lie ({@code tours.html} at {@code /tours}) and everything they are made of.
 * What has the version in its address may be kept for ever; pages and the service worker are asked for again each time.
 */
@Configuration
@ConditionalOnWebApplication
class PlainPages {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";
    private static final String WORKER = "/sw.js";
    /** Its page is one file for all figures. */
    private static final String EMBEDDED = "/embed";

    private static final String MANIFEST = "/manifest.webmanifest";

    private final ShellSource source;

    PlainPages(ShellSource source) {
        this.source = source;
    }

    @Bean
    SimpleUrlHandlerMapping pageAddresses() {
        HttpRequestHandler page = readOnly(this::page);
        Map<String, HttpRequestHandler> addresses = new TreeMap<>();
        source.now().pages().keySet().forEach(address -> addresses.put(address, page));
        addresses.put(EMBEDDED + "/*", page);
        addresses.put(Shell.ROOT + "*/**", readOnly(this::versioned));
        addresses.put(WORKER, readOnly(this::worker));
        addresses.put(MANIFEST, readOnly(this::manifest));
        return new SimpleUrlHandlerMapping(addresses, 0);
    }

    private void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Shell shell = source.now();
        String address = request.getServletPath();
        ShellFile file = shell.pages().get(address.startsWith(EMBEDDED + "/") ? EMBEDDED : address);
        if (file == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            send(request, response, file, ASK_AGAIN);
        }
    }

    /** A page that was opened before a new version came may still ask for files of the old one: it gets today's. */
    private void versioned(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Shell shell = source.now();
        String asked = request.getServletPath().substring(Shell.ROOT.length());
        int end = asked.indexOf('/');
        Optional<ShellFile> file = end < 0 ? Optional.empty() : shell.find(asked.substring(end));
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            boolean current = asked.substring(0, end).equals(shell.version());
            send(request, response, file.get(), current ? FOR_EVER : ASK_AGAIN);
        }
    }

    private void worker(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(request, response, source.now().worker(), ASK_AGAIN);
    }

    private void manifest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(request, response, source.now().find(MANIFEST).orElseThrow(), ASK_AGAIN);
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, ShellFile file, String cache)
            throws IOException {
        String tag = "\"" + file.hash() + "\"";
        response.setHeader(HttpHeaders.CACHE_CONTROL, cache);
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        ShellFile.Coding coding = file.codingFor(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        if (coding != ShellFile.Coding.PLAIN) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, coding.word());
        }
        byte[] body = file.body(coding);
        response.setContentType(file.type());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static HttpRequestHandler readOnly(HttpRequestHandler handler) {
        return (request, response) -> {
            if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
                throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of("GET", "HEAD"));
            }
            handler.handleRequest(request, response);
        };
    }
}
