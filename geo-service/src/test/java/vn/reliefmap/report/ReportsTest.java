package vn.reliefmap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.reliefmap.report.SentReports.copy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.report.internal.ReportQueue;

/** FEATURE UNDER TEST: a report is kept as it was sent, once, sealed, and told to those who act on it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsTest {
    @TempDir
    static Path home = Path.of("target");

    private final SentReports world = new SentReports(home);
    private final JdbcClient application = world.program.bean(JdbcClient.class);
    private final Reports reports = world.reports;
    private final ReportQueue queue = world.program.bean(ReportQueue.class);
    private final List<ReportId> told = Collections.synchronizedList(new ArrayList<>());

    ReportsTest() {
        ((ConfigurableApplicationContext) world.program.events())
                .addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
                    if (event.getPayload() instanceof ReportTaken taken) {
                        told.add(taken.id());
                    }
                });
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void aReportIsReadBackAsItWasSentAndNothingPersonalLiesInTheOpen() {
        NewReport sent = world.report(UUID.randomUUID());
        Report kept = reports.take(sent);
        assertThat(reports.find(sent.id())).contains(kept);
        assertThat(reports.byCode(kept.code())).contains(kept);
        assertThat(kept.place().adminCode()).as("by its place").contains("19001");
        assertThat(kept.place().at()).contains(new LonLat(107.15, 16.75));
        assertThat(kept.asked()).containsExactlyInAnyOrderElementsOf(sent.asked());
        assertThat(kept.words()).isEqualTo("Nước ngập tới mái, gọi Hoa 0912 345 678");
        assertThat(reports.sender(sent.id())).contains(sent.sender());
        assertThat(reports.steps(sent.id())).extracting(ReportStep::word).containsExactly("received");
        String row = world.owner
                .sql("select to_jsonb(r)::text from report r where id = ?")
                .param(sent.id().value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("Hoa", "0912 345", "912345678", "mái", "cổng", "Trần");
        assertThat(told).contains(sent.id());
        String entry = world.program.bean(Ledger.class).last().orElseThrow().toString();
        assertThat(entry)
                .contains("reported")
                .doesNotContain("19001", kept.code().value(), sent.id().toString(), "0912 345", "912345");
    }

    @Test
    void theSameNumberHasTheSameHashHoweverItIsWritten() {
        List<String> forms =
                List.of("0987.654.321", "+84 987 654 321", "84987654321", "(0987) 654-321", "987654321", "٠٩٨٧٦٥٤٣٢١");
        List<UUID> ids = forms.stream()
                .map(form -> reports.take(world.report(UUID.randomUUID(), "An", form, ""))
                        .id()
                        .value())
                .toList();
        assertThat(world.owner
                        .sql(
                                "select count(distinct phone_hash) from report where id = any(:ids) and phone_hash is not null")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theSameReportTwentyTimesAtOnceIsOneReportAndAnotherBodyIsRefused() throws Exception {
        NewReport sent = world.report(UUID.randomUUID());
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
        assertThatThrownBy(() -> reports.take(world.report(sent.id().value(), "Trần Hoa", "0912345678", "khác")))
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
        reports.take(world.report(UUID.randomUUID()));
        assertThatThrownBy(() -> application.sql(change).update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> world.owner.sql(change).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatIsPersonalIsWipedOnceAndTheRestStays() {
        NewReport sent = world.report(UUID.randomUUID());
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
        var context = (ConfigurableApplicationContext) world.program.events();
        context.addApplicationListener(failing);
        try {
            ReportId second = accept("198.51.100.1", Kind.NEED);
            drain();
            assertThat(told).contains(second);
            assertThat(waiting(first)).isTrue();
        } finally {
            context.removeApplicationListener(failing);
        }
        world.owner.sql("update report_waiting set next_try_at = now()").update();
        drain();
        assertThat(waiting(first)).isFalse();
    }

    @Test
    void aSuspectedReportIsKeptApartAndASuspectedCryForHelpIsPassedOn() {
        long entries = world.program.bean(Ledger.class).last().map(e -> e.seq()).orElse(0L);
        NewReport caught = world.report(UUID.randomUUID());
        NewReport cry = copy(caught, UUID.randomUUID(), Kind.SOS);
        reports.accept(caught, new Arrival("192.0.2.1", true));
        reports.accept(cry, new Arrival("192.0.2.1", true));
        drain();
        assertThat(told).contains(cry.id()).doesNotContain(caught.id());
        assertThat(reports.find(caught.id()).orElseThrow().suspected()).isTrue();
        assertThat(world.program.bean(Ledger.class).last().map(e -> e.seq()).orElse(0L))
                .isEqualTo(entries);
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
        return reports.accept(
                        copy(world.report(UUID.randomUUID()), UUID.randomUUID(), kind), new Arrival(address, false))
                .id();
    }
}
