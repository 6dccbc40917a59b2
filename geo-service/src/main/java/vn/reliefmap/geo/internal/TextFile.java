package vn.reliefmap.geo.internal;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Problem;

/** Opens a UTF-8 text, gzipped or not, and says in a problem what is wrong with a file. */
final class TextFile {
    private static final String EXPECTED =
            "{\"type\":\"FeatureCollection\",\"features\":[…]}, UTF-8, .geojson or .geojson.gz";

    private TextFile() {}

    /** The text without byte order mark; bytes that are not UTF-8 end it with a {@link CharacterCodingException}. */
    static Reader open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Problem(
                            "FILE_NOT_FOUND",
                            400,
                            "Không có tệp " + name(file) + ".",
                            "There is no file " + name(file) + ".",
                            "file",
                            EXPECTED)
                    .asException();
        }
        if (Files.size(file) == 0) {
            throw empty(file);
        }
        InputStream bytes = Files.newInputStream(file);
        try {
            PushbackInputStream raw = new PushbackInputStream(new BufferedInputStream(bytes, 1 << 16), 4);
            byte[] head = peek(raw);
            if (head.length >= 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
                raw = new PushbackInputStream(new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16), 4);
                head = peek(raw);
            }
            if (head.length >= 3 && (head[0] & 0xff) == 0xef && (head[1] & 0xff) == 0xbb && (head[2] & 0xff) == 0xbf) {
                raw.readNBytes(3);
            }
            return new InputStreamReader(
                    raw,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static byte[] peek(PushbackInputStream in) throws IOException {
        byte[] head = in.readNBytes(4);
        in.unread(head);
        return head;
    }

    static RuntimeException empty(Path file) {
        return bad("FILE_EMPTY", file, "trống", "is empty");
    }

    static RuntimeException truncated(Path file) {
        return bad("FILE_TRUNCATED", file, "bị cắt cụt, hãy tải lại", "ends too early; fetch it again");
    }

    static RuntimeException encoding(Path file) {
        return bad(
                "FILE_ENCODING",
                file,
                "không phải mã UTF-8, hãy lưu lại dạng UTF-8",
                "is not UTF-8; save it again as UTF-8");
    }

    static RuntimeException notGeoJson(Path file) {
        return bad("NOT_GEOJSON", file, "không phải là GeoJSON FeatureCollection", "is no GeoJSON FeatureCollection");
    }

    static RuntimeException crsTooLate(Path file, String crs) {
        return bad(
                "CRS_TOO_LATE",
                file,
                "nêu hệ toạ độ “" + crs + "” sau các đối tượng, hãy thêm --crs",
                "names its reference system \"" + crs + "\" after the features; say it with --crs");
    }

    static RuntimeException syntax(Path file, long line, long column) {
        return bad(
                "GEOJSON_SYNTAX",
                file,
                "sai cú pháp JSON ở dòng " + line + ", cột " + column,
                "has a JSON mistake at line " + line + ", column " + column);
    }

    static RuntimeException unreadable(Path file, @Nullable IOException cause) {
        if (cause instanceof CharacterCodingException) {
            return encoding(file);
        }
        if (cause instanceof EOFException) {
            return truncated(file);
        }
        RuntimeException problem = bad("FILE_UNREADABLE", file, "không đọc được", "cannot be read");
        if (cause != null) {
            problem.addSuppressed(cause);
        }
        return problem;
    }

    private static RuntimeException bad(String code, Path file, String vi, String en) {
        return Problem.badField(
                        code,
                        "file",
                        EXPECTED,
                        "Tệp " + name(file) + " " + vi + ".",
                        "The file " + name(file) + " " + en + ".")
                .asException();
    }

    private static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }
}
