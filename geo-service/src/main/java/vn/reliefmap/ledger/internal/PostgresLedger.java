package vn.reliefmap.ledger.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.ledger.ChainCheck;
import vn.reliefmap.ledger.DayHead;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.ledger.LedgerEntry;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** The chain as a table that only grows. */
@Component
class PostgresLedger implements Ledger {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z_]{2,39}");
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
    private static final String ENTRY =
            "select entry, encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash from ledger_entry ";

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock = Clock.systemUTC();

    PostgresLedger(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @Override
    public UUID append(String kind, Facts facts) {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("no kind of entry: " + kind);
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an entry belongs to the transaction of its act");
        }
        Waiting waiting = (Waiting) TransactionSynchronizationManager.getResource(this);
        if (waiting == null) {
            waiting = new Waiting(this);
            TransactionSynchronizationManager.bindResource(this, waiting);
            TransactionSynchronizationManager.registerSynchronization(waiting);
        }
        UUID id = UUID.randomUUID();
        waiting.entries.add(new Waiting.Entry(id, kind, facts));
        return id;
    }

    /** Takes the end of the chain and puts the entries behind it; whoever comes next waits for this commit alone. */
    void chain(List<Waiting.Entry> entries) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('ledger_entry'))")
                .query((rs, n) -> n)
                .list();
        LedgerEntry last = last().orElse(null);
        long seq = last == null ? 0 : last.seq();
        byte[] hash = last == null ? EntryText.BEGINNING : HexFormat.of().parseHex(last.hash());
        Instant now = Instant.ofEpochMilli(clock.millis());
        Instant at = last != null && last.at().isAfter(now) ? last.at() : now;
        if (last != null && day(last.at()).isBefore(day(at))) {
            jdbc.sql("insert into ledger_head (day, seq, hash) values (?, ?, ?)")
                    .param(day(last.at()))
                    .param(seq)
                    .param(hash)
                    .update();
        }
        for (Waiting.Entry entry : entries) {
            String text = EntryText.of(++seq, entry.id(), at, entry.kind(), entry.facts());
            byte[] next = EntryText.hash(hash, text);
            jdbc.sql("insert into ledger_entry (seq, entry, previous_hash, hash) values (?, ?, ?, ?)")
                    .param(seq)
                    .param(text)
                    .param(hash)
                    .param(next)
                    .update();
            hash = next;
        }
        changes.announce(Topic.LEDGER);
    }

    @Override
    public List<LedgerEntry> list(long after, int limit) {
        return jdbc.sql(ENTRY + "where seq > :after order by seq limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(PostgresLedger::row)
                .list();
    }

    @Override
    public Optional<LedgerEntry> last() {
        return jdbc.sql(ENTRY + "order by seq desc limit 1")
                .query(PostgresLedger::row)
                .optional();
    }

    @Override
    public Optional<LedgerEntry> find(String hash) {
        return HASH.matcher(hash).matches()
                ? jdbc.sql(ENTRY + "where ledger_entry.hash = :hash")
                        .param("hash", HexFormat.of().parseHex(hash))
                        .query(PostgresLedger::row)
                        .optional()
                : Optional.empty();
    }

    @Override
    public List<DayHead> dayHeads(int limit) {
        List<DayHead> heads = new ArrayList<>();
        last().filter(entry -> day(entry.at()).isBefore(day(clock.instant())))
                .ifPresent(entry -> heads.add(new DayHead(day(entry.at()), entry.seq(), entry.hash())));
        heads.addAll(jdbc.sql("select day, seq, hash from ledger_head order by day desc limit :limit")
                .param("limit", limit - heads.size())
                .query((rs, n) -> new DayHead(
                        rs.getObject("day", LocalDate.class),
                        rs.getLong("seq"),
                        HexFormat.of().formatHex(rs.getBytes("hash"))))
                .list());
        return heads;
    }

    @Override
    public List<LedgerEntry> ofGift(PublicCode code) {
        return jdbc.sql(ENTRY + "where entry::jsonb -> 'facts' -> 'goods' @> cast(:goods as jsonb) order by seq")
                .param("goods", JsonMapper.shared().writeValueAsString(List.of(Map.of("gift", code.value()))))
                .query(PostgresLedger::row)
                .list();
    }

    @Override
    public ChainCheck verify() {
        return new ChainWalk(jdbc).check();
    }

    static LocalDate day(Instant at) {
        return VietnamTime.day(at);
    }

    private static LedgerEntry row(ResultSet rs, int n) throws SQLException {
        return EntryText.read(rs.getString("entry"), rs.getString("previous_hash"), rs.getString("hash"));
    }
}
