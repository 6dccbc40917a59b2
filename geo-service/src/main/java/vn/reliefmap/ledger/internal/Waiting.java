package vn.reliefmap.ledger.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.reliefmap.ledger.Facts;

/** Entries of one transaction that wait for its commit. */
final class Waiting implements TransactionSynchronization {
    final List<Entry> entries = new ArrayList<>();
    private final PostgresLedger ledger;

    Waiting(PostgresLedger ledger) {
        this.ledger = ledger;
    }

    record Entry(UUID id, String kind, Facts facts) {}

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(ledger);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(ledger, this);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        ledger.chain(entries);
    }

    @Override
    public void beforeCompletion() {
        TransactionSynchronizationManager.unbindResourceIfPossible(ledger);
    }
}
