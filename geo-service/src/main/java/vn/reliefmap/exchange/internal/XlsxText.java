package vn.reliefmap.exchange.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads text out of the XML of a workbook. */
final class XlsxText {
    /** Longest text Excel lets a cell have is 32,767 characters; what is longer is cut, and refused by its length later. */
    private static final int MAX_CHARS = 32_768;

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XlsxText() {}

    /** All {@code t} of an element with runs (a shared or inline string), without readings for other scripts. */
    static String ofRuns(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int reading = 0;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (xml.getLocalName().equals("rPh")) {
                    reading = depth;
                } else if (xml.getLocalName().equals("t") && reading == 0) {
                    append(text, xml);
                    depth--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                reading = depth == reading ? 0 : reading;
                depth--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                depth = 0;
            }
        }
        return unescaped(text);
    }

    /** The text of the element that has just begun; stands at its end afterwards. */
    static String ofElement(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        append(text, xml);
        return unescaped(text);
    }

    private static void append(StringBuilder text, XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.hasText() && event != XMLStreamConstants.COMMENT && text.length() < MAX_CHARS) {
                text.append(xml.getText());
            }
        }
    }

    private static String unescaped(StringBuilder text) {
        if (text.length() > MAX_CHARS) {
            text.setLength(MAX_CHARS);
        }
        return text.indexOf("_x") < 0
                ? text.toString()
                : ESCAPE.matcher(text)
                        .replaceAll(code ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }
}
