package vn.reliefmap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.ListRows;
import vn.reliefmap.TestProgram;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.TestPostgis;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: a list of reports is taken row by row, once, and tells what it could not take. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportImportTest {
    @TempDir
    static Path home = Path.of("target");

    private final TestProgram program = TestProgram.start(TestPostgis.freshDatabase(), home);
    private final ReportImport door = program.bean(ReportImport.class);
    private final Reports reports = program.bean(Reports.class);
    private final JdbcClient jdbc = program.bean(JdbcClient.class);

    ReportImportTest() {
        jdbc.sql("""
                insert into admin_unit (code, valid_from, name, full_name, kind, folded_name, folded_full_name)
                values ('19001', date '2025-07-01', 'Hải Lăng', 'Xã Hải Lăng', 'xa', 'hai lang', 'xa hai lang')""").update();
        program.events().publishEvent(new DataChanged(Topic.ADMIN, 1));
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void aListIsTakenOnceAndChangedRowsAreRefused() {
        Disaster flood = flood("Lũ danh sách");
        String[] list = {
            "STT,Mã tin,Loại tin,Họ và tên,SĐT,Số khẩu,Xã,Thôn,Toạ độ,Nhu cầu,Nội dung,Giờ báo",
            "1,A1,,Trần Hoa,912345678,4,Hải Lăng,Thôn 4,\"16.75, 107.18\",Gạo: 20; tarp,Nước tới mái,18/10/2020 7:00",
            "2,A2,kêu cứu,,0912 345 679,,Hải Lăng,,,,,",
            "3,,an toàn,,0912 345 670,,Hải Lăng,Thôn 2,,,,"
        };
        ImportSummary first = door.load(ListRows.of(list), flood, new ListRows());
        assertThat(first.added()).isEqualTo(3);
        ImportSummary again = door.load(ListRows.of(list), flood, new ListRows());
        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(again.added()).isZero();

        list[1] = list[1].replace("Nước tới mái", "Nước tới cửa");
        ListRows log = new ListRows();
        ImportSummary changed = door.load(ListRows.of(list), flood, log);
        assertThat(changed.refused()).isEqualTo(1);
        assertThat(log.issues()).containsExactly("REFUSED 2 REPORT_CHANGED");
        assertThat(stored(flood)).isEqualTo(3);

        Report taken = all(flood).stream()
                .filter(r -> r.kind() == Kind.NEED)
                .findFirst()
                .orElseThrow();
        assertThat(taken.channel()).isEqualTo(Channel.LIST);
        assertThat(taken.place().adminCode()).contains("19001");
        assertThat(taken.asked()).extracting(Asked::item).containsExactlyInAnyOrder("rice", "tarp");
        assertThat(reports.sender(taken.id()).orElseThrow().name()).isEqualTo("Trần Hoa");
    }

    @Test
    void badRowsComeBackWithTheirReasonAndNothingPersonal() {
        Disaster flood = flood("Lũ dòng hỏng");
        ListRows log = new ListRows();
        ImportSummary summary = door.load(
                ListRows.of(
                        "name,phone,people,commune,coordinates,needs,happened_at,kind",
                        "Trần Hoa,0912345678,-4,Hải Lăng,,,,",
                        "Trần Hoa,0912345678,4,Atlantis,,,,",
                        "Trần Hoa,0912345678,4,Hải Lăng,\"0.0, 0.0\",,,",
                        "Trần Hoa,0912345678,4,Hải Lăng,https://maps.app.goo.gl/x,,,",
                        "Trần Hoa,0912345678,4,Hải Lăng,,gold=1,,",
                        "Trần Hoa,0912345678,4,Hải Lăng,,rice=x,,",
                        "Trần Hoa,0912345678,4,Hải Lăng,,rice=1;Gạo=2,,",
                        "Trần Hoa,0912345678,4,Hải Lăng,,,hôm qua,",
                        "Trần Hoa,0912345678,4,Hải Lăng,,,,giúp",
                        "Trần Hoa,0912345678,4,,,,,",
                        "Trần Hoa,0912,4,Hải Lăng,,,,"),
                flood,
                log);
        assertThat(log.issues())
                .containsExactly(
                        "REFUSED 2 PEOPLE_RANGE",
                        "REFUSED 3 UNKNOWN_ADMIN_UNIT",
                        "REFUSED 4 OUTSIDE_VIETNAM",
                        "REFUSED 5 PLACE_UNREADABLE",
                        "REFUSED 6 UNKNOWN_ITEM",
                        "REFUSED 7 QUANTITY_FORM",
                        "REFUSED 8 ITEM_TWICE",
                        "REFUSED 9 TIME_UNREADABLE",
                        "REFUSED 10 KIND_UNKNOWN",
                        "REFUSED 11 PLACE_MISSING",
                        "WARNED 12 PHONE_FORM");
        assertThat(log.texts()).doesNotContain("Hoa", "0912");
        assertThat(summary.added()).isEqualTo(1);
        assertThat(summary.refused()).isEqualTo(10);
    }

    @Test
    void aListWithoutAnyPlaceIsRefusedAsAWhole() {
        Disaster flood = flood("Lũ không nơi");
        assertThatThrownBy(() -> door.load(ListRows.of("name,phone", "a,b"), flood, new ListRows()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("COLUMN_MISSING"));
    }

    private Disaster flood(String name) {
        return program.bean(Disasters.class).open(name, false, Instant.now());
    }

    private long stored(Disaster flood) {
        return all(flood).size();
    }

    private List<Report> all(Disaster flood) {
        return jdbc
                .sql("select id from report where disaster_id = ?")
                .param(flood.id().value())
                .query((rs, n) -> new ReportId(rs.getObject("id", java.util.UUID.class)))
                .list()
                .stream()
                .map(id -> reports.find(id).orElseThrow())
                .toList();
    }
}
