package vn.reliefmap.exchange;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.exchange.internal.CsvProblems;
import vn.reliefmap.exchange.internal.Utf8Guard;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;

/**
 * The rows of a CSV file, read one at a time. The file is UTF-8 with or without a byte order mark, plain or gzipped
 * (recognised by its content), separated by comma, semicolon or tab (whichever the header holds most of). Empty lines
 * are skipped. Text in cells beyond the last named column, or under a column without a name, stands under the empty
 * column name, so that a room can refuse the row. Not thread-safe.
 *
 * <p>Problems: {@code CSV_NOT_FOUND, CSV_EMPTY, CSV_ENCODING, CSV_NOT_TEXT, CSV_LINE_TOO_LONG, CSV_BROKEN,
 * CSV_HEADER_MISSING, CSV_HEADER_DUPLICATE}.
 */
public final class CsvRowSource implements RowSource {
    private final String name;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> columns;
    private long lastLine = 1;

    private CsvRowSource(String name, CsvReader<CsvRecord> reader) {
        this.name = name;
        this.reader = reader;
        this.records = reader.iterator();
        this.columns = header();
    }

    /** Opens the file and reads its header. */
    public static CsvRowSource open(Path file) {
        Path fileName = file.getFileName();
        String name = fileName == null ? file.toString() : fileName.toString();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw CsvProblems.missing(name);
        }
        try {
            return open(name, Files.newInputStream(file));
        } catch (IOException e) {
            throw CsvProblems.missing(name);
        }
    }

    /** Reads from a stream, which it closes in the end or when the header is no good. */
    public static CsvRowSource open(String name, InputStream bytes) {
        try {
            BufferedReader text = new BufferedReader(
                    new InputStreamReader(new Utf8Guard(plain(name, bytes), name), StandardCharsets.UTF_8));
            text.mark(CsvProblems.MAX_LINE_BYTES + 1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
            char separator = separator(name, text);
            CsvRecordHandler handler = CsvRecordHandler.of(
                    b -> b.maxFieldSize(CsvProblems.MAX_CELL_CHARS).maxRecordSize(CsvProblems.MAX_LINE_BYTES));
            return new CsvRowSource(
                    name,
                    CsvReader.builder()
                            .fieldSeparator(separator)
                            .skipEmptyLines(true)
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .maxBufferSize(2 * CsvProblems.MAX_LINE_BYTES)
                            .build(handler, text));
        } catch (IOException | RuntimeException e) {
            closeQuietly(bytes, e);
            throw asProblem(name, 1, e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable TableRow next() {
        CsvRecord row = record();
        if (row == null) {
            return null;
        }
        Map<String, String> cells = new HashMap<>(columns.size() * 2);
        for (int i = 0; i < row.getFieldCount(); i++) {
            String text = clean(row.getField(i));
            if (!text.isEmpty()) {
                String column = i < columns.size() ? columns.get(i) : "";
                cells.put(column, text);
            }
        }
        return new TableRow(row.getStartingLineNumber(), cells);
    }

    @Override
    public void close() {
        try {
            records.close();
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable CsvRecord record() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord row = records.next();
            lastLine = row.getStartingLineNumber();
            return row;
        } catch (RuntimeException e) {
            throw asProblem(name, lastLine + 1, e);
        }
    }

    private List<String> header() {
        CsvRecord first = record();
        if (first == null) {
            throw CsvProblems.empty(name);
        }
        List<String> names = first.getFields().stream()
                .map(field -> clean(field).toLowerCase(Locale.ROOT))
                .toList();
        if (names.stream().noneMatch(n -> n.codePoints().anyMatch(Character::isLetter))) {
            throw CsvProblems.noHeader(name);
        }
        Set<String> seen = new HashSet<>();
        for (String column : names) {
            if (!column.isEmpty() && !seen.add(column)) {
                throw CsvProblems.duplicateColumn(name, column);
            }
        }
        return names;
    }

    private static String clean(String cell) {
        String trimmed = cell.strip();
        return Normalizer.isNormalized(trimmed, Normalizer.Form.NFC)
                ? trimmed
                : Normalizer.normalize(trimmed, Normalizer.Form.NFC);
    }

    private static InputStream plain(String name, InputStream bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes, 1 << 16);
        in.mark(4);
        byte[] head = in.readNBytes(4);
        in.reset();
        if (head.length >= 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B) {
            return new GZIPInputStream(in, 1 << 16);
        }
        boolean zip = head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        boolean oldExcel = head.length == 4 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF;
        if (zip || oldExcel) {
            throw CsvProblems.notText(name);
        }
        return in;
    }

    /** Whichever of comma, semicolon and tab stands most often outside quotes in the first line with text. */
    private static char separator(String name, BufferedReader text) throws IOException {
        text.mark(CsvProblems.MAX_LINE_BYTES + 1);
        int[] counts = new int[3];
        boolean quoted = false;
        boolean anything = false;
        for (int read = 0; read < CsvProblems.MAX_LINE_BYTES; read++) {
            int c = text.read();
            if (c < 0 || (!quoted && anything && (c == '\n' || c == '\r'))) {
                break;
            }
            anything |= !Character.isWhitespace(c);
            quoted ^= c == '"';
            int which = quoted ? -1 : ",;\t".indexOf(c);
            if (which >= 0) {
                counts[which]++;
            }
        }
        if (!anything) {
            throw CsvProblems.empty(name);
        }
        text.reset();
        int best = counts[1] > counts[0] ? 1 : 0;
        return ",;\t".charAt(counts[2] > counts[best] ? 2 : best);
    }

    private static ProblemException asProblem(String name, long line, Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ProblemException problem) {
                return problem;
            }
        }
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof CsvParseException && message.contains("max")) {
            return CsvProblems.tooLong(name, line);
        }
        if (failure instanceof RuntimeException fault
                && !(failure instanceof CsvParseException)
                && !(failure instanceof UncheckedIOException)) {
            throw fault;
        }
        return CsvProblems.broken(name, line);
    }

    private static void closeQuietly(InputStream bytes, Throwable because) {
        try {
            bytes.close();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }
}
