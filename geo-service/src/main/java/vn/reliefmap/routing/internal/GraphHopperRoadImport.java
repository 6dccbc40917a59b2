package vn.reliefmap.routing.internal;

import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.storage.BaseGraph;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.basemap.BasemapImport;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.routing.RoadImport;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Builds the road graph with GraphHopper. */
@Component
class GraphHopperRoadImport implements RoadImport {
    private final RoadImportTable table;
    private final GraphFolders folders;
    private final BasemapImport basemap;
    private final BoatGridImport boats;
    private final Changes changes;
    private final TransactionTemplate transactions;

    GraphHopperRoadImport(
            RoadImportTable table,
            GraphFolders folders,
            BasemapImport basemap,
            BoatGridImport boats,
            Changes changes,
            TransactionTemplate transactions) {
        this.table = table;
        this.folders = folders;
        this.basemap = basemap;
        this.boats = boats;
        this.changes = changes;
        this.transactions = transactions;
    }

    @Override
    public ImportSummary load(Path osmFile, boolean simulated, ImportLog log) {
        RoadFileForm.check(osmFile);
        return folders.alone(() -> loadAlone(osmFile, simulated, log));
    }

    private ImportSummary loadAlone(Path osmFile, boolean simulated, ImportLog log) {
        String sha256 = sha256(osmFile);
        RoadFile file = RoadFile.read(osmFile, log);
        Optional<RoadImportTable.Current> current = table.findCurrent();
        if (current.isPresent() && isSame(current.get(), sha256, simulated)) {
            return new ImportSummary(
                    file.ways(),
                    0,
                    0,
                    file.ways(),
                    0,
                    Map.of("import_id", current.get().id()));
        }
        return build(osmFile, sha256, simulated, file, log);
    }

    private boolean isSame(RoadImportTable.Current current, String sha256, boolean simulated) {
        return current.sha256().equals(sha256)
                && current.simulated() == simulated
                && Files.isRegularFile(folders.of(current.id()).resolve(BoatGridImport.FILE));
    }

    private ImportSummary build(Path osmFile, String sha256, boolean simulated, RoadFile file, ImportLog log) {
        long id = table.begin(String.valueOf(osmFile.getFileName()), sha256, simulated);
        boolean done = false;
        try {
            RoadImportTable.Counts counts = buildGraph(osmFile, id, file);
            ImportSummary drawn = basemap.load(osmFile, id, log);
            boats.build(osmFile, id, counts.extent(), folders.unfinished(id));
            folders.finish(id);
            transactions.executeWithoutResult(status -> {
                basemap.forgetOlderThan(id);
                table.makeCurrent(id, counts);
                changes.announce(Topic.ROADS);
            });
            done = true;
            folders.keepOnly(id);
            return summary(id, file, counts, drawn);
        } finally {
            if (!done) {
                folders.remove(id);
                table.forget(id);
            }
        }
    }

    private RoadImportTable.Counts buildGraph(Path osmFile, long id, RoadFile file) {
        folders.remove(id);
        RoadHopper hopper = RoadHopper.toBuild(osmFile, folders.unfinished(id));
        try {
            hopper.importOrLoad();
            BaseGraph graph = hopper.getBaseGraph();
            double lengthM = 0;
            AllEdgesIterator edges = graph.getAllEdges();
            while (edges.next()) {
                lengthM += edges.getDistance();
            }
            return new RoadImportTable.Counts(
                    file.ways(), file.lengthM(), graph.getNodes(), graph.getEdges(), lengthM, graph.getBounds());
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            throw RoadFileProblems.broken(osmFile, e);
        } finally {
            hopper.close();
        }
    }

    private static ImportSummary summary(long id, RoadFile file, RoadImportTable.Counts counts, ImportSummary drawn) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("import_id", id);
        figures.put("highway_ways", file.ways());
        figures.put("highway_km", km(file.lengthM()));
        figures.put("ways_in_graph", file.roads());
        figures.put("ways_in_graph_km", km(file.roadLengthM()));
        figures.put("graph_nodes", counts.nodes());
        figures.put("graph_edges", counts.edges());
        figures.put("graph_km", km(counts.graphLengthM()));
        figures.putAll(drawn.figures());
        return new ImportSummary(file.ways(), file.ways(), 0, 0, 0, figures);
    }

    private static double km(double meters) {
        return Math.round(meters / 100) / 10.0;
    }

    private static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
