package vn.reliefmap.exchange.internal;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of an .xlsx file, pulled out of its XML one at a time. */
final class XlsxRows implements Workbook.Rows {
    private final XlsxParts parts;
    private final XlsxParts.Reading reading;
    private final XMLStreamReader xml;
    private final List<String> shared;
    private final BitSet dateStyles;
    private final boolean from1904;
    private long lastRow;

    XlsxRows(XlsxParts parts, String part, List<String> shared, BitSet dateStyles, boolean from1904) {
        this.parts = parts;
        this.reading = parts.read(part);
        this.xml = reading.xml();
        this.shared = shared;
        this.dateStyles = dateStyles;
        this.from1904 = from1904;
    }

    @Override
    public Workbook.@Nullable Row next() {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    Workbook.Row row = row();
                    if (!row.cells().isEmpty()) {
                        return row;
                    }
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw parts.broken();
        }
    }

    @Override
    public void close() {
        reading.close();
    }

    private Workbook.Row row() throws XMLStreamException {
        int given = XlsxWorkbook.number(XlsxWorkbook.text(xml, "r"));
        lastRow = given > 0 ? given : lastRow + 1;
        String hidden = XlsxWorkbook.text(xml, "hidden");
        Map<Integer, String> cells = new LinkedHashMap<>();
        int column = -1;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int named = column(XlsxWorkbook.text(xml, "r"));
                column = named >= 0 ? named : column + 1;
                String text = cell();
                if (!text.isEmpty() && column <= Workbook.MAX_COLUMNS) {
                    cells.put(column, text);
                }
            } else if ((event == XMLStreamConstants.END_ELEMENT
                            && xml.getLocalName().equals("row"))
                    || event == XMLStreamConstants.END_DOCUMENT) {
                return new Workbook.Row(lastRow, hidden.equals("1") || hidden.equals("true"), cells);
            }
        }
    }

    private String cell() throws XMLStreamException {
        String type = XlsxWorkbook.text(xml, "t");
        int style = XlsxWorkbook.number(XlsxWorkbook.text(xml, "s"));
        String value = "";
        boolean formula = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = XlsxText.ofElement(xml);
                    case "is" -> value = XlsxText.ofRuns(xml);
                    case "f" -> {
                        formula = true;
                        XlsxText.ofElement(xml);
                    }
                    default -> {}
                }
            } else if ((event == XMLStreamConstants.END_ELEMENT
                            && xml.getLocalName().equals("c"))
                    || event == XMLStreamConstants.END_DOCUMENT) {
                return formula && value.isEmpty() && !type.equals("str") ? "#CALC!" : meaning(type, style, value);
            }
        }
    }

    private String meaning(String type, int style, String value) {
        return switch (type) {
            case "s" -> {
                int index = XlsxWorkbook.number(value.strip());
                yield index >= 0 && index < shared.size() ? shared.get(index) : "";
            }
            case "inlineStr", "str", "e" -> value;
            case "d" -> value.replace('T', ' ');
            case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
            default -> value.isBlank() ? "" : number(style, value.strip());
        };
    }

    private String number(int style, String value) {
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return value;
        }
        return style >= 0 && dateStyles.get(style) ? CellNumber.date(number, from1904) : CellNumber.plain(number);
    }

    /** Column from 0 of a cell's name such as {@code AB12}; -1 when it is none. */
    private static int column(String name) {
        int column = 0;
        int i = 0;
        while (i < name.length() && i < 4 && name.charAt(i) >= 'A' && name.charAt(i) <= 'Z') {
            column = column * 26 + name.charAt(i) - 'A' + 1;
            i++;
        }
        return column - 1;
    }
}
