package vn.reliefmap.report;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.reliefmap.TestProgram;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;
import vn.reliefmap.store.Topic;

/** A running program with two communes and a disaster, and reports as somebody may send them. */
final class SentReports implements AutoCloseable {
    final Database database = TestPostgis.freshDatabase();
    final TestProgram program;
    final JdbcClient owner = JdbcClient.create(
            new SingleConnectionDataSource(database.url(), database.ownerUser(), database.ownerPassword(), true));
    final Reports reports;
    final DisasterId disaster;

    SentReports(Path home) {
        program = TestProgram.start(database, home);
        reports = program.bean(Reports.class);
        disaster = program.bean(Disasters.class)
                .open("Lũ thử", false, Instant.now())
                .id();
        for (String[] unit : new String[][] {{"19001", "Hải Lăng"}, {"19002", "Triệu Bình"}}) {
            owner.sql("""
                            insert into admin_unit (code, valid_from, name, full_name, kind, folded_name, folded_full_name,
                                                    boundary)
                            values (?, date '2025-07-01', ?, ?, 'xa', lower(?), lower(?),
                                    st_multi(st_makeenvelope(?, 16.7, ?, 16.8, 4326)))""")
                    .params(
                            unit[0],
                            unit[1],
                            "Xã " + unit[1],
                            unit[0].equals("19001") ? "hai lang" : "trieu binh",
                            unit[0].equals("19001") ? "xa hai lang" : "xa trieu binh",
                            unit[0].equals("19001") ? 107.1 : 107.2,
                            unit[0].equals("19001") ? 107.2 : 107.3)
                    .update();
        }
        program.events().publishEvent(new DataChanged(Topic.ADMIN, 1));
    }

    @Override
    public void close() {
        program.close();
    }

    /** A whole report from Hải Lăng. */
    NewReport report(UUID id) {
        return report(id, "Trần Hoa", "0912 345 678", "Nước ngập tới mái, gọi Hoa 0912 345 678");
    }

    NewReport report(UUID id, String name, String phone, String words) {
        return new NewReport(
                new ReportId(id),
                disaster,
                Channel.WEB,
                Kind.NEED,
                new Sender(name, phone, false),
                at(107.15, 16.75),
                4,
                1,
                List.of(
                        new Asked("rice", OptionalDouble.of(10.5)),
                        new Asked("drinking_water", OptionalDouble.empty())),
                words,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                false);
    }

    static ReportPlace at(double lon, double lat) {
        return new ReportPlace(
                Optional.of(new LonLat(lon, lat)),
                OptionalDouble.of(12),
                Optional.empty(),
                "Thôn 4",
                "sau cổng làng",
                false);
    }

    static ReportPlace in(String commune) {
        return new ReportPlace(Optional.empty(), OptionalDouble.empty(), Optional.of(commune), "Thôn 4", "", false);
    }

    static ReportPlace nowhere() {
        return new ReportPlace(Optional.empty(), OptionalDouble.empty(), Optional.empty(), "", "", false);
    }

    static NewReport copy(NewReport like, UUID id, Kind kind) {
        return new NewReport(
                new ReportId(id),
                like.disaster(),
                like.channel(),
                kind,
                like.sender(),
                like.place(),
                like.people(),
                like.vulnerablePeople(),
                like.asked(),
                like.words(),
                like.happenedAt(),
                like.simulated());
    }

    static NewReport sentBy(NewReport like, Sender sender, ReportPlace place) {
        return with(
                like,
                sender,
                place,
                like.people(),
                like.vulnerablePeople(),
                like.asked(),
                like.words(),
                like.happenedAt());
    }

    static NewReport with(
            NewReport like,
            Sender sender,
            ReportPlace place,
            int people,
            int vulnerable,
            List<Asked> asked,
            String words,
            Instant happenedAt) {
        return new NewReport(
                like.id(),
                like.disaster(),
                like.channel(),
                like.kind(),
                sender,
                place,
                people,
                vulnerable,
                asked,
                words,
                happenedAt,
                like.simulated());
    }
}
