package vn.reliefmap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.reliefmap.TestProgram;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.report.internal.ReportQueue;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: a report is kept as it was sent, once, sealed, and told to those who act on it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsTest {
    @TempDir
    static Path home = Path.of("target");

    private final Database database = TestPostgis.freshDatabase();
    private final TestProgram program = TestProgram.start(database, home);
    private final JdbcClient application = program.bean(JdbcClient.class);
    private final JdbcClient owner = JdbcClient.create(
            new SingleConnectionDataSource(database.url(), database.ownerUser(), database.ownerPassword(), true));
    private final Reports reports = program.bean(Reports.class);
    private final ReportQueue queue = program.bean(ReportQueue.class);
    private final DisasterId disaster =
            program.bean(Disasters.class).open("Lũ thử", false, Instant.now()).id();
    private final List<ReportId> told = Collections.synchronizedList(new ArrayList<>());

    ReportsTest() {
        ((ConfigurableApplicationContext) program.events())
                .addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
                    if (event.getPayload() instanceof ReportTaken taken) {
                        told.add(taken.id());
                    }
                });
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

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void aReportIsReadBackAsItWasSentAndNothingPersonalLiesInTheOpen() {
        NewReport sent = report(UUID.randomUUID());
        Report kept = reports.take(sent);
        assertThat(reports.find(sent.id())).contains(kept);
        assertThat(reports.byCode(kept.code())).contains(kept);
        assertThat(kept.place().adminCode()).as("by its place").contains("19001");
        assertThat(kept.place().at()).contains(new LonLat(107.15, 16.75));
        assertThat(kept.asked()).containsExactlyInAnyOrderElementsOf(sent.asked());
        assertThat(kept.words()).isEqualTo("Nước ngập tới mái, gọi Hoa 0912 345 678");
        assertThat(reports.sender(sent.id())).contains(sent.sender());
        assertThat(reports.steps(sent.id())).extracting(ReportStep::word).containsExactly("received");
        String row = owner.sql("select to_jsonb(r)::text from report r where id = ?")
                .param(sent.id().value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("Hoa", "0912", "912345678", "mái", "cổng", "Trần");
        assertThat(told).contains(sent.id());
        String entry = program.bean(Ledger.class).last().orElseThrow().toString();
        assertThat(entry)
                .contains("reported")
                .doesNotContain("19001", kept.code().value(), sent.id().toString(), "0912");
    }

    @Test
    void theSameNumberHasTheSameHashHoweverItIsWritten() {
        List<String> forms =
                List.of("0987.654.321", "+84 987 654 321", "84987654321", "(0987) 654-321", "987654321", "٠٩٨٧٦٥٤٣٢١");
        List<UUID> ids = forms.stream()
                .map(form -> reports.take(report(UUID.randomUUID(), "An", form, ""))
                        .id()
                        .value())
                .toList();
        assertThat(owner.sql(
                                "select count(distinct phone_hash) from report where id = any(:ids) and phone_hash is not null")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theSameReportTwentyTimesAtOnceIsOneReportAndAnotherBodyIsRefused() throws Exception {
        NewReport sent = report(UUID.randomUUID());
        List<Callable<Report>> sends = IntStream.range(0, 20)
                .<Callable<Report>>mapToObj(i -> () -> reports.accept(sent, new Arrival("10.0.0." + i, false)))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Report> answers = new ArrayList<>();
            for (Future<Report> answer : threads.invokeAll(sends)) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(20).allMatch(answers.get(0)::equals);
        } finally {
            threads.shutdown();
        }
        drain();
        assertThat(told.stream().filter(sent.id()::equals)).hasSize(1);
        assertThat(reports.take(sent).code())
                .isEqualTo(reports.find(sent.id()).orElseThrow().code());
        assertThatThrownBy(() -> reports.take(report(sent.id().value(), "Trần Hoa", "0912345678", "khác")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("REQUEST_ID_TAKEN"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update report set people = 7",
                "update report set forgotten_at = now()",
                "update report set name_sealed = null, forgotten_at = now(), people = 1",
                "delete from report",
                "truncate report cascade",
                "update report_line set quantity = 1",
                "delete from report_line",
                "truncate report_line"
            })
    void noRoleChangesAReport(String change) {
        reports.take(report(UUID.randomUUID()));
        assertThatThrownBy(() -> application.sql(change).update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> owner.sql(change).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatIsPersonalIsWipedOnceAndTheRestStays() {
        NewReport sent = report(UUID.randomUUID());
        Report before = reports.take(sent);
        assertThat(reports.forget(sent.id())).isTrue();
        assertThat(reports.forget(sent.id())).isFalse();
        Report after = reports.find(sent.id()).orElseThrow();
        assertThat(after.words()).isEmpty();
        assertThat(after.place().at()).isEmpty();
        assertThat(after.place().words()).isEmpty();
        assertThat(after.place().adminCode()).isEqualTo(before.place().adminCode());
        assertThat(after.asked()).isEqualTo(before.asked());
        assertThat(reports.sender(sent.id())).isEmpty();
        assertThatThrownBy(() -> reports.take(sent))
                .as("cannot be compared any more")
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aFloodFromOneAddressWaitsBehindOthersAndNothingIsLost() {
        drain();
        told.clear();
        List<ReportId> flood = IntStream.range(0, 300)
                .mapToObj(i -> accept("203.0.113.7", Kind.NEED))
                .toList();
        ReportId neighbour = accept("203.0.113.8", Kind.NEED);
        ReportId second = accept("203.0.113.8", Kind.NEED);
        ReportId help = accept("203.0.113.7", Kind.SOS);
        for (int i = 0; i < 6; i++) {
            queue.workOffOne();
        }
        assertThat(told).startsWith(help).contains(neighbour, second);
        drain();
        assertThat(told).doesNotHaveDuplicates().containsAll(flood).hasSize(303);
    }

    @Test
    void whoFailsToActOnAReportHoldsUpNoOther() {
        drain();
        told.clear();
        ReportId first = accept("198.51.100.1", Kind.NEED);
        ApplicationListener<PayloadApplicationEvent<?>> failing = event -> {
            if (event.getPayload() instanceof ReportTaken taken && taken.id().equals(first)) {
                throw new IllegalStateException("cannot act");
            }
        };
        var context = (ConfigurableApplicationContext) program.events();
        context.addApplicationListener(failing);
        try {
            ReportId second = accept("198.51.100.1", Kind.NEED);
            drain();
            assertThat(told).contains(second);
            assertThat(waiting(first)).isTrue();
        } finally {
            context.removeApplicationListener(failing);
        }
        owner.sql("update report_waiting set next_try_at = now()").update();
        drain();
        assertThat(waiting(first)).isFalse();
    }

    @Test
    void aSuspectedReportIsKeptApartAndASuspectedCryForHelpIsPassedOn() {
        long entries = program.bean(Ledger.class).last().map(e -> e.seq()).orElse(0L);
        NewReport caught = report(UUID.randomUUID());
        NewReport cry = of(caught, UUID.randomUUID(), Kind.SOS);
        reports.accept(caught, new Arrival("192.0.2.1", true));
        reports.accept(cry, new Arrival("192.0.2.1", true));
        drain();
        assertThat(told).contains(cry.id()).doesNotContain(caught.id());
        assertThat(reports.find(caught.id()).orElseThrow().suspected()).isTrue();
        assertThat(program.bean(Ledger.class).last().map(e -> e.seq()).orElse(0L))
                .isEqualTo(entries);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, '', PEOPLE_RANGE",
        "1000000000, 0, '', PEOPLE_RANGE",
        "4, 5, '', VULNERABLE_RANGE",
        "4, 0, rice=NaN, QUANTITY_FORM",
        "4, 0, rice=-3, QUANTITY_FORM",
        "4, 0, rice=Infinity, QUANTITY_FORM",
        "4, 0, rice=1e30, QUANTITY_FORM",
        "4, 0, rice=1;rice=2, ITEM_TWICE",
        "4, 0, gold=1, UNKNOWN_ITEM"
    })
    void whatCannotBeIsToldByItsCode(int people, int vulnerable, String asked, String code) {
        List<Asked> lines = asked.isEmpty()
                ? List.of()
                : List.of(asked.split(";")).stream()
                        .map(each -> each.split("="))
                        .map(each -> new Asked(each[0], OptionalDouble.of(Double.parseDouble(each[1]))))
                        .toList();
        NewReport good = report(UUID.randomUUID());
        assertRefused(code, with(good, good.sender(), good.place(), people, vulnerable, lines, "", Instant.now()));
    }

    @Test
    void namesOfFiveThousandLettersAndPlacesOutsideAreRefused() {
        NewReport good = report(UUID.randomUUID());
        assertRefused("TEXT_TOO_LONG", from(good, new Sender("a".repeat(5_000), "", false), good.place()));
        assertRefused("TEXT_TOO_LONG", from(good, new Sender("", "1".repeat(10_000_000), false), good.place()));
        assertRefused("OUTSIDE_VIETNAM", from(good, good.sender(), at(0, 0)));
        assertRefused("OUTSIDE_VIETNAM", from(good, good.sender(), at(101.5, 17)));
        assertRefused("PLACE_MISSING", from(good, good.sender(), nowhere()));
        assertRefused("UNKNOWN_ADMIN_UNIT", from(good, good.sender(), in("Atlantis")));
        assertRefused(
                "DISASTER_NOT_FOUND",
                new NewReport(
                        good.id(),
                        new DisasterId(UUID.randomUUID()),
                        Channel.WEB,
                        Kind.NEED,
                        good.sender(),
                        good.place(),
                        1,
                        0,
                        List.of(),
                        "",
                        Instant.now(),
                        false));
    }

    @Test
    void aCryForHelpWithANumberNeedsNoPlaceAndAPlaceInLaosIsTakenWithoutACommune() {
        NewReport good = report(UUID.randomUUID());
        NewReport cry = of(from(good, good.sender(), nowhere()), UUID.randomUUID(), Kind.SOS);
        assertThat(reports.take(cry).place().adminCode()).isEmpty();
        assertThat(reports.take(of(from(good, good.sender(), at(105.9, 16.7)), UUID.randomUUID(), Kind.NEED))
                        .place()
                        .adminCode())
                .isEmpty();
    }

    @Test
    void aCommuneIsKnownByAnySpellingAndWithoutAPositionThePlaceIsApproximate() {
        NewReport good = report(UUID.randomUUID());
        ReportPlace place = reports.take(
                        of(from(good, good.sender(), in("xa TRIEU binh")), UUID.randomUUID(), Kind.NEED))
                .place();
        assertThat(place.adminCode()).contains("19002");
        assertThat(place.approximate()).isTrue();
    }

    @Test
    void aTelephoneNumberInTheNameOfAHamletIsSealed() {
        NewReport good = report(UUID.randomUUID());
        ReportPlace written = new ReportPlace(
                Optional.empty(), OptionalDouble.empty(), Optional.of("19001"), "Thôn 4, 0912 345 678", "", true);
        ReportPlace kept = reports.take(of(from(good, good.sender(), written), UUID.randomUUID(), Kind.NEED))
                .place();
        assertThat(kept.hamlet()).isEmpty();
        assertThat(kept.words()).isEqualTo("Thôn 4, 0912 345 678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2999-01-01T00:00:00Z"})
    void aWrongClockStopsNoReport(Instant impossible) {
        NewReport good = report(UUID.randomUUID());
        Report kept = reports.take(with(good, good.sender(), good.place(), 3, 0, List.of(), "", impossible));
        assertThat(kept.happenedAt()).isEqualTo(kept.receivedAt());
        Instant yesterday = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        NewReport late = of(good, UUID.randomUUID(), Kind.NEED);
        assertThat(reports.take(with(late, late.sender(), late.place(), 3, 0, List.of(), "", yesterday))
                        .happenedAt())
                .isEqualTo(yesterday);
    }

    @Test
    void controlCharactersAndTowersOfMarksAreTakenAwayAndTheWordsStay() {
        String words = "Cứu\u0000 với \u202Eabc\u202C Z" + "\u0300".repeat(50) + " \uD800 Lệ Thuỷ";
        Report kept = reports.take(report(UUID.randomUUID(), "a\u0000b", "", words));
        assertThat(kept.words())
                .startsWith("Cứu  với abc Z")
                .endsWith("Lệ Thuỷ")
                .hasSizeLessThan(40);
    }

    private void assertRefused(String code, NewReport report) {
        assertThatThrownBy(() -> reports.take(report)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo(code));
    }

    private void drain() {
        while (queue.workOffOne()) {
            // until nothing waits
        }
    }

    private boolean waiting(ReportId id) {
        return application
                .sql("select exists (select from report_waiting where report_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private ReportId accept(String address, Kind kind) {
        return reports.accept(of(report(UUID.randomUUID()), UUID.randomUUID(), kind), new Arrival(address, false))
                .id();
    }

    private NewReport report(UUID id) {
        return report(id, "Trần Hoa", "0912 345 678", "Nước ngập tới mái, gọi Hoa 0912 345 678");
    }

    private NewReport report(UUID id, String name, String phone, String words) {
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

    private static ReportPlace at(double lon, double lat) {
        return new ReportPlace(
                Optional.of(new LonLat(lon, lat)),
                OptionalDouble.of(12),
                Optional.empty(),
                "Thôn 4",
                "sau cổng làng",
                false);
    }

    private static ReportPlace in(String commune) {
        return new ReportPlace(Optional.empty(), OptionalDouble.empty(), Optional.of(commune), "Thôn 4", "", false);
    }

    private static ReportPlace nowhere() {
        return new ReportPlace(Optional.empty(), OptionalDouble.empty(), Optional.empty(), "", "", false);
    }

    private static NewReport of(NewReport like, UUID id, Kind kind) {
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

    private static NewReport from(NewReport like, Sender sender, ReportPlace place) {
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

    private static NewReport with(
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
