package vn.reliefmap.flood.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.FloodImport;
import vn.reliefmap.geo.GeoJsonReader;
import vn.reliefmap.geo.GeoJsonSummary;
import vn.reliefmap.geo.GridReader;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/**
 * Reads features as a stream, or the areas of a grid, into a staging table by COPY, then makes observations of them.
 * Thread-safe.
 */
@Component
final class FileFloodImport implements FloodImport {
    private final FloodStaging staging;
    private final Disasters disasters;
    private final Changes changes;
    private final ObservedWaters waters;
    private final TransactionTemplate transaction;

    FileFloodImport(
            FloodStaging staging,
            Disasters disasters,
            Changes changes,
            ObservedWaters waters,
            PlatformTransactionManager transactions) {
        this.staging = staging;
        this.disasters = disasters;
        this.changes = changes;
        this.waters = waters;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public ImportSummary load(Path file, Options options, ImportLog log) {
        disasters.get(options.disaster());
        FloodFeatures.checkDepth(options.depthM());
        ImportSummary summary = Objects.requireNonNull(transaction.execute(
                status -> GridReader.isGrid(file) ? grid(file, options, log) : features(file, options, log)));
        waters.forget();
        return summary;
    }

    private ImportSummary grid(Path file, Options options, ImportLog log) {
        DepthGridFlood flood = new DepthGridFlood(file, options);
        try (FloodStaging.Rows rows = staging.open()) {
            flood.trace(rows, log);
            rows.end();
        }
        boolean isNew = staging.store(options.disaster(), source(file, options.source()), flood.group())
                .isNew();
        if (isNew) {
            changes.announce(Topic.WATER);
        }
        // The grid is the one thing that was read.
        return new ImportSummary(1, isNew ? 1 : 0, 0, isNew ? 0 : 1, 0, flood.figures());
    }

    private ImportSummary features(Path geojson, Options options, ImportLog log) {
        FloodFeatures features = new FloodFeatures(options, log);
        GeoJsonSummary file;
        try (FloodStaging.Rows rows = staging.open()) {
            file = GeoJsonReader.read(geojson, options.epsg(), feature -> features.take(feature, rows));
            rows.end();
        }
        file.issues().forEach(log::issue);
        features.finish();
        long added = 0;
        long unchanged = 0;
        long observations = 0;
        long outsideFootprint = 0;
        double footprintM2 = 0;
        String source = source(geojson, options.source());
        for (FloodGroup group : features.groups()) {
            FloodStaging.Stored stored = staging.store(options.disaster(), source, group);
            if (stored.isNew()) {
                observations++;
                added += group.features();
                outsideFootprint += stored.outsideFootprint();
            } else {
                unchanged += group.features();
            }
            footprintM2 += FloodFeatures.areaM2(group.footprint());
        }
        if (observations > 0) {
            changes.announce(Topic.WATER);
        }
        features.warnOutsideFootprint(outsideFootprint);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("observations", observations);
        figures.putAll(features.figures());
        figures.put("footprint_m2", (double) Math.round(footprintM2));
        figures.put("swapped", file.swapped());
        figures.put("outside_vietnam", file.outsideVietnam());
        figures.put("crs", "EPSG:" + file.epsg());
        long read = features.commonFootprints() + added + unchanged + features.refused();
        // A footprint that counts for all times belongs to no single one; it is told with the newer of them.
        boolean news = observations > 0;
        return new ImportSummary(
                read,
                added + (news ? features.commonFootprints() : 0),
                0,
                unchanged + (news ? 0 : features.commonFootprints()),
                features.refused(),
                figures);
    }

    private static String source(Path file, @Nullable String given) {
        String text = given == null || given.isBlank()
                ? Objects.requireNonNullElse(file.getFileName(), file).toString()
                : given.strip();
        String clean = text.replace("\0", "");
        return clean.substring(0, Math.min(clean.length(), 200));
    }
}
