package vn.reliefmap.exchange;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.exchange.internal.Workbooks;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.RowSources;

/** Opens lists: Excel workbooks, old and new, and CSV files, plain or gzipped. The content decides, not the name. */
@Component
public class ListFiles implements RowSources {
    @Override
    public RowSource open(Path file, @Nullable String sheet) {
        return Workbooks.looksLikeOne(file) ? ExcelRowSource.open(file, sheet) : CsvRowSource.open(file);
    }
}
