package vn.reliefmap.report.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.report.ReportId;

/**
 * Works off what waits, one report to a transaction, so that one that fails holds up no other. Several programs on one
 * database share the work.
 */
@Component
public class ReportQueue {
    private static final Logger LOG = LoggerFactory.getLogger(ReportQueue.class);
    /** Others use the same clockwork. */
    private static final Duration AT_A_TIME = Duration.ofMillis(400);

    private final WaitingReports waiting;
    private final Told told;
    private final TransactionTemplate transaction;

    ReportQueue(WaitingReports waiting, Told told, PlatformTransactionManager transactions) {
        this.waiting = waiting;
        this.told = told;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 200)
    void workOff() {
        long until = System.nanoTime() + AT_A_TIME.toNanos();
        while (workOffOne() && System.nanoTime() < until) {
            // the next one
        }
    }

    /** Works the next report off; false when none waits. */
    public boolean workOffOne() {
        AtomicReference<ReportId> at = new AtomicReference<>();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                waiting.next().ifPresent(id -> {
                    at.set(id);
                    told.toAll(id);
                });
                return at.get() != null;
            }));
        } catch (RuntimeException e) {
            ReportId failed = at.get();
            if (failed == null) {
                throw e;
            }
            // Without the message: what a database says of a row may hold a part of it.
            LOG.error(
                    "Report {} waits, it could not be worked off: {}",
                    failed,
                    e.getClass().getName());
            transaction.executeWithoutResult(status -> waiting.putOff(failed));
            return true;
        }
    }
}
