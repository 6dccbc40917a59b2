package vn.reliefmap.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks for tests, part by part, so that any part can be wrong. Style 1 shows days, style 2 days and times. */
public final class TestXlsx {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private int count;

    /** A sheet of rows; each is a line of cells with {@code |} between, and may begin with {@code !} to be hidden. */
    public TestXlsx sheet(String name, String... rows) {
        return sheet(name, "", xml(rows));
    }

    public TestXlsx hiddenSheet(String name, String... rows) {
        return sheet(name, " state=\"hidden\"", xml(rows));
    }

    /** A sheet whose {@code sheetData} holds this XML. */
    public TestXlsx rawSheet(String name, String rows) {
        return sheet(name, "", rows);
    }

    public TestXlsx part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    private TestXlsx sheet(String name, String state, String rows) {
        count++;
        sheets.append("<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"rId%d\"/>".formatted(name, count, state, count));
        relations.append("<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                .formatted(count, TYPES, count));
        parts.put(
                "xl/worksheets/sheet" + count + ".xml",
                HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        return this;
    }

    /**
     * A cell: {@code =TEXT} is a formula with the saved text, {@code =#1.5} one with the saved number, {@code #12} a
     * number, {@code @44000} a day, {@code @@44000.5} a day and time, {@code #REF!} an error, anything else a text.
     */
    private static String xml(String... rows) {
        StringBuilder xml = new StringBuilder();
        for (int r = 0; r < rows.length; r++) {
            boolean hidden = rows[r].startsWith("!");
            xml.append("<row r=\"").append(r + 1).append(hidden ? "\" hidden=\"1\">" : "\">");
            String[] cells = rows[r].substring(hidden ? 1 : 0).split("\\|", -1);
            for (int c = 0; c < cells.length; c++) {
                String cell = cells[c].strip();
                if (!cell.isEmpty()) {
                    xml.append(cell("" + (char) ('A' + c) + (r + 1), cell));
                }
            }
            xml.append("</row>");
        }
        return xml.toString();
    }

    private static String cell(String at, String cell) {
        if (cell.endsWith("!")) {
            return "<c r=\"" + at + "\" t=\"e\"><f>A1</f><v>" + cell + "</v></c>";
        }
        if (cell.startsWith("=#")) {
            return "<c r=\"" + at + "\"><f>1+1</f><v>" + cell.substring(2) + "</v></c>";
        }
        if (cell.startsWith("=")) {
            return "<c r=\"" + at + "\" t=\"str\"><f>A1</f><v>" + cell.substring(1) + "</v></c>";
        }
        if (cell.startsWith("@@")) {
            return "<c r=\"" + at + "\" s=\"2\"><v>" + cell.substring(2) + "</v></c>";
        }
        if (cell.startsWith("@")) {
            return "<c r=\"" + at + "\" s=\"1\"><v>" + cell.substring(1) + "</v></c>";
        }
        if (cell.startsWith("#")) {
            return "<c r=\"" + at + "\"><v>" + cell.substring(1) + "</v></c>";
        }
        String text = cell.replace("&", "&amp;").replace("<", "&lt;");
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    public Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(
                    zip,
                    "_rels/.rels",
                    HEAD + "<Relationships xmlns=\"x\"><Relationship Id=\"a\" Type=\"" + TYPES
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/workbook.xml",
                    HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + TYPES + "\"><sheets>" + sheets
                            + "</sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    HEAD + "<Relationships xmlns=\"x\">" + relations
                            + "<Relationship Id=\"s\" Type=\"" + TYPES + "/styles\" Target=\"styles.xml\"/>"
                            + "<Relationship Id=\"t\" Type=\"" + TYPES
                            + "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/styles.xml",
                    HEAD + "<styleSheet xmlns=\"" + MAIN
                            + "\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/></numFmts><cellStyleXfs>"
                            + "<xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                            + "<xf numFmtId=\"170\"/></cellXfs></styleSheet>");
            for (Map.Entry<String, String> part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
