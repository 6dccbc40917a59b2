package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.commitment.Ended;
import vn.reliefmap.commitment.internal.CommitmentTable.Line;
import vn.reliefmap.commitment.internal.CommitmentTable.Row;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.need.Balances;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Ends pledges and claims before they were delivered, and frees what was outstanding. */
@Component
class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private final CommitmentTable table;
    private final Balances balances;
    private final Ledger ledger;
    private final Changes changes;
    private final TransactionTemplate transaction;

    Ending(
            CommitmentTable table,
            Balances balances,
            Ledger ledger,
            Changes changes,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.balances = balances;
        this.ledger = ledger;
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Ends what has expired, each in a transaction of its own. Runs by itself every minute, and before every act that asks
     * what is left, so that nobody is refused for the sake of a promise that is over.
     */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void sweep() {
        for (UUID id : table.expired(Instant.now())) {
            try {
                end(id, Ended.EXPIRED);
            } catch (DataAccessException | ProblemException e) {
                // Somebody is at work on its needs at this moment; the next sweep finds it again.
                LOG.info("{} has expired and could not be ended yet: {}", id, e.getMessage());
            }
        }
    }

    /** Does nothing when it is over already. Needs are locked before the promise, as everywhere. */
    void end(UUID id, Ended why) {
        transaction.executeWithoutResult(status -> {
            List<NeedId> needs = table.lines(id).stream().map(Line::need).toList();
            balances.lock(needs);
            Row row = table.lock(id);
            if (row.term().endedAt() == null) {
                release(row, why);
            }
        });
    }

    private void release(Row row, Ended why) {
        List<Line> lines = table.lines(row.id()).stream()
                .filter(line -> line.progress().outstanding().signum() > 0)
                .toList();
        Map<NeedId, BigDecimal> outstanding = lines.stream()
                .collect(Collectors.toMap(Line::need, line -> line.progress().outstanding()));
        balances.release(row.kind().balance(), outstanding);
        table.end(row.id(), why, Instant.now());
        boolean pledge = row.kind() == Kind.PLEDGE;
        Facts facts = Facts.of(row.disaster().value())
                .goods(
                        pledge
                                ? ToldGoods.ofPledge(
                                        row, lines, line -> line.progress().outstanding())
                                : ToldGoods.ofClaim(
                                        lines, line -> line.progress().outstanding()));
        changes.announce(Topic.NEEDS);
        if (row.tour() != null) {
            changes.announce(Topic.TOURS);
        }
        ledger.append(row.kind().word() + "_" + why.word(), pledge ? facts : facts.code("claim", row.code()));
    }
}
