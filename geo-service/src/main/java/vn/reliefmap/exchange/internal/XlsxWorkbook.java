package vn.reliefmap.exchange.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A workbook of Excel since 2007 (ISO/IEC 29500, strict and transitional). Texts shared by cells are held in memory. */
final class XlsxWorkbook implements Workbook {
    private static final int MAX_SHEETS = 200;
    private static final int MAX_SHARED_CHARS = 64 << 20;
    private static final int MAX_STYLES = 70_000;

    private final XlsxParts parts;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> shared = new ArrayList<>();
    private final BitSet dateStyles = new BitSet();
    private boolean from1904;

    XlsxWorkbook(String file, Path path) {
        parts = new XlsxParts(file, path);
        try {
            String main = target("", "officeDocument", "/xl/workbook.xml");
            if (!parts.has(main) || !main.endsWith(".xml")) {
                throw ExcelProblems.otherForm(file);
            }
            Map<String, String> targets = relations(main);
            readSheets(main, targets);
            String styles = targets.get("type:styles");
            if (styles != null && parts.has(styles)) {
                readStyles(styles);
            }
            String strings = targets.get("type:sharedStrings");
            if (strings != null && parts.has(strings)) {
                readShared(strings, file);
            }
        } catch (XMLStreamException e) {
            parts.close();
            throw parts.broken();
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    @Override
    public List<Sheet> sheets() {
        return sheets;
    }

    @Override
    public Rows rows(Sheet sheet) {
        return new XlsxRows(parts, sheet.part(), shared, dateStyles, from1904);
    }

    @Override
    public List<Oddity> oddities() {
        List<Oddity> odd = new ArrayList<>();
        if (parts.has("xl/vbaProject.bin")) {
            odd.add(Oddity.MACROS);
        }
        if (parts.hasUnder("xl/externalLinks/")) {
            odd.add(Oddity.LINKS);
        }
        return odd;
    }

    @Override
    public void close() {
        parts.close();
    }

    private String target(String of, String type, String otherwise) throws XMLStreamException {
        String found = relations(of).get("type:" + type);
        return found == null ? otherwise.substring(1) : found;
    }

    /** Parts that a part leads to, by relation id and by {@code type:NAME} (the last word of the type). */
    private Map<String, String> relations(String part) throws XMLStreamException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        String list = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        Map<String, String> targets = new HashMap<>();
        if (!parts.has(list)) {
            return targets;
        }
        try (XlsxParts.Reading reading = parts.read(list)) {
            XMLStreamReader xml = reading.xml();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")
                        && !"External".equals(xml.getAttributeValue(null, "TargetMode"))) {
                    String target = text(xml, "Target");
                    String whole = target.startsWith("/") ? target.substring(1) : folder + target;
                    targets.put(text(xml, "Id"), whole);
                    String type = text(xml, "Type");
                    targets.putIfAbsent("type:" + type.substring(type.lastIndexOf('/') + 1), whole);
                }
            }
        }
        return targets;
    }

    private void readSheets(String main, Map<String, String> targets) throws XMLStreamException {
        try (XlsxParts.Reading reading = parts.read(main)) {
            XMLStreamReader xml = reading.xml();
            while (xml.hasNext() && sheets.size() < MAX_SHEETS) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    String base = text(xml, "date1904");
                    from1904 = base.equals("1") || base.equals("true");
                } else if (xml.getLocalName().equals("sheet")) {
                    String part = targets.get(relation(xml));
                    if (part != null && parts.has(part) && part.contains("worksheets/")) {
                        sheets.add(new Sheet(
                                text(xml, "name"), part, text(xml, "state").contains("idden")));
                    }
                }
            }
        }
    }

    private void readStyles(String part) throws XMLStreamException {
        Map<Integer, String> formats = new HashMap<>();
        boolean inCells = false;
        int style = 0;
        try (XlsxParts.Reading reading = parts.read(part)) {
            XMLStreamReader xml = reading.xml();
            while (xml.hasNext() && style < MAX_STYLES) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("cellXfs")) {
                    inCells = false;
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "numFmt" -> formats.putIfAbsent(number(text(xml, "numFmtId")), text(xml, "formatCode"));
                    case "cellXfs" -> inCells = true;
                    case "xf" -> {
                        if (inCells) {
                            int format = number(text(xml, "numFmtId"));
                            dateStyles.set(style++, CellNumber.isDate(format, formats.getOrDefault(format, "")));
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private void readShared(String part, String file) throws XMLStreamException {
        long chars = 0;
        try (XlsxParts.Reading reading = parts.read(part)) {
            XMLStreamReader xml = reading.xml();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    String text = XlsxText.ofRuns(xml);
                    chars += text.length() + 20;
                    if (chars > MAX_SHARED_CHARS) {
                        throw ExcelProblems.tooLarge(file);
                    }
                    shared.add(text);
                }
            }
        }
    }

    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && space != null && !space.isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    static String text(XMLStreamReader xml, String attribute) {
        @Nullable String value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }

    /** A whole number of 0 or more; -1 for anything else. */
    static int number(String digits) {
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
    }
}
