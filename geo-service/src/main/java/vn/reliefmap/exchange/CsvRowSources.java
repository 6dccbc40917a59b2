package vn.reliefmap.exchange;

import java.nio.file.Path;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.RowSources;

/** Opens lists that are CSV files, plain or gzipped. */
@Component
public class CsvRowSources implements RowSources {
    @Override
    public RowSource open(Path file) {
        return CsvRowSource.open(file);
    }
}
