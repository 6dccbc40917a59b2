package vn.reliefmap.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** Writes the donors' small pages: plain HTML for old phones and weak links. */
final class PlainHtml {
    private PlainHtml() {}

    /** A piece of a page, or the whole of it. */
    static final class Part {
        private final StringBuilder html = new StringBuilder(4_000);

        /** Text that is HTML already. */
        Part raw(String text) {
            html.append(text);
            return this;
        }

        /** An element that holds text; {@code opening} is its name, with attributes. */
        Part put(String opening, String text) {
            return raw("<" + opening + ">" + safe(text) + "</" + opening.split(" ", 2)[0] + ">");
        }

        Part paragraph(String text) {
            return put("p", text);
        }

        String html() {
            return html.toString();
        }

        /** The page that was begun with {@link PlainHtml#page}, whole. */
        String end() {
            return html.append("</main></body></html>").toString();
        }
    }

    /**
     * Begins a page.
     *
     * @param inHead more elements of the head, as HTML
     */
    static Part page(PageWords words, String title, String inHead) {
        return new Part()
                .raw("<!doctype html><html lang=\"" + words.language() + "\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<link rel=\"icon\" href=\"/icon.svg\"><link rel=\"stylesheet\" href=\"/css/list.css\">")
                .raw(inHead)
                .put("title", title)
                .raw("</head><body><main>");
    }

    /** A link of ours; {@code address} is HTML-escaped here. */
    static String link(String address, String text) {
        return "<a href=\"" + safe(address) + "\">" + safe(text) + "</a>";
    }

    /** Address of the map in the language of the page that leads there; what it shall show may be put behind it. */
    static String map(PageWords words) {
        return "/#lang=" + words.language();
    }

    static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + safe(value) + "\">";
    }

    /** An answer that no cache keeps. */
    static ResponseEntity<String> answer(int status, String page) {
        return ResponseEntity.status(HttpStatus.valueOf(status))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(page);
    }

    static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
