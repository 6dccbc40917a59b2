package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.store.OnceOnly;
import vn.reliefmap.store.TestPostgis;

/** FEATURE UNDER TEST: an act that the database ends in favour of another one is tried again, and none is lost or doubled. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnceOnlyCollisionTest {
    @TempDir
    static Path home = Path.of("target");

    private final TestProgram program = TestProgram.start(TestPostgis.freshDatabase(), home);
    private final OnceOnly onceOnly = program.bean(OnceOnly.class);
    private final JdbcClient jdbc = program.bean(JdbcClient.class);

    /** What an act asks for. */
    record Body(int first, int second) {}

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void twoActsThatLockEachOtherOutAreBothCarriedOut() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        List<Object> answers = PromiseWorld.atOnce(
                List.<Callable<Integer>>of(() -> act(1, 2, tries, bothHoldOne), () -> act(2, 1, tries, bothHoldOne)));
        assertThat(answers).containsOnly(1);
        assertThat(tries).as("one was ended and came again").hasValue(3);
        assertThat(jdbc.sql("select count(*) from sent_request where caller = 'drill' and answer = '1'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private int act(int first, int second, AtomicInteger tries, CyclicBarrier bothHoldOne) {
        return onceOnly.answer("drill", UUID.randomUUID(), new Body(first, second), Integer.class, () -> {
            lock(first);
            if (tries.incrementAndGet() <= 2) {
                await(bothHoldOne);
            }
            lock(second);
            return 1;
        });
    }

    private void lock(int what) {
        jdbc.sql("select pg_advisory_xact_lock(?) is null")
                .param(what)
                .query(Boolean.class)
                .single();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anActThatCollidesAgainAndAgainIsToldSo() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> onceOnly.answer("drill", UUID.randomUUID(), new Body(0, 0), Integer.class, () -> {
                    tries.incrementAndGet();
                    throw new CannotAcquireLockException("again");
                }))
                .isInstanceOf(CannotAcquireLockException.class);
        assertThat(tries).hasValue(3);
    }
}
