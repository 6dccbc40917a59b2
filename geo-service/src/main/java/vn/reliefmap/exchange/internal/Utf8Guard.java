package vn.reliefmap.exchange.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lets bytes through as long as they are UTF-8 text with lines of a bearable length, and throws a problem that names
 * the line otherwise. It looks at each byte once and keeps none, so a file of one endless line is refused after its
 * first megabyte. Not thread-safe.
 */
public final class Utf8Guard extends FilterInputStream {
    private final String file;
    private long line = 1;
    private int lineBytes;
    /** Continuation bytes still due, and the range the next one must lie in (RFC 3629, table in section 4). */
    private int due;

    private int low = 0x80;
    private int high = 0xBF;

    public Utf8Guard(InputStream in, String file) {
        super(in);
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        if (n < 0 && due > 0) {
            throw CsvProblems.encoding(file, line);
        }
        for (int i = offset; i < offset + n; i++) {
            look(buffer[i] & 0xFF);
        }
        return n;
    }

    private void look(int b) {
        if (due > 0) {
            if (b < low || b > high) {
                throw CsvProblems.encoding(file, line);
            }
            due--;
            low = 0x80;
            high = 0xBF;
        } else if (b == '\n') {
            line++;
            lineBytes = -1;
        } else if (b == 0) {
            throw CsvProblems.encoding(file, line);
        } else if (b >= 0x80) {
            begin(b);
        }
        if (++lineBytes > CsvProblems.MAX_LINE_BYTES) {
            throw CsvProblems.tooLong(file, line);
        }
    }

    private void begin(int b) {
        if (b >= 0xC2 && b <= 0xDF) {
            due = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            due = 2;
            low = b == 0xE0 ? 0xA0 : 0x80;
            high = b == 0xED ? 0x9F : 0xBF;
        } else if (b >= 0xF0 && b <= 0xF4) {
            due = 3;
            low = b == 0xF0 ? 0x90 : 0x80;
            high = b == 0xF4 ? 0x8F : 0xBF;
        } else {
            throw CsvProblems.encoding(file, line);
        }
    }
}
