package vn.reliefmap.ledger.internal;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.kernel.CanonicalJson;
import vn.reliefmap.ledger.ChainCheck;
import vn.reliefmap.ledger.ChainCheck.Fault;
import vn.reliefmap.ledger.LedgerEntry;

/** Goes along the chain once, from the first entry, and stops at the first that does not hold. */
final class ChainWalk {
    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final Map<Long, Head> heads = new TreeMap<>();
    private long good;
    private String hash = HexFormat.of().formatHex(EntryText.BEGINNING);
    private @Nullable LedgerEntry before;

    ChainWalk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long seq, String entry, String previousHash, String hash) {}

    private record Head(LocalDate day, String hash) {}

    ChainCheck check() {
        jdbc.sql("select day, seq, encode(hash, 'hex') as hash from ledger_head")
                .query((rs, n) -> heads.put(
                        rs.getLong("seq"), new Head(rs.getObject("day", LocalDate.class), rs.getString("hash"))))
                .list();
        List<Row> page = page(0);
        while (!page.isEmpty()) {
            for (Row row : page) {
                Fault fault = fault(row);
                if (fault != null) {
                    return new ChainCheck(good, hash, fault);
                }
                good = row.seq();
                hash = row.hash();
            }
            page = page(good);
        }
        Fault lost = heads.keySet().stream()
                .filter(seq -> seq > good)
                .findFirst()
                .map(seq -> new Fault(good + 1, "thiếu dòng này", "this entry is missing"))
                .orElse(null);
        return new ChainCheck(good, hash, lost);
    }

    private List<Row> page(long after) {
        return jdbc.sql("""
                        select seq, entry, encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash
                        from ledger_entry where seq > :after order by seq limit :limit""")
                .param("after", after)
                .param("limit", AT_ONCE)
                .query((rs, n) -> new Row(
                        rs.getLong("seq"), rs.getString("entry"), rs.getString("previous_hash"), rs.getString("hash")))
                .list();
    }

    private @Nullable Fault fault(Row row) {
        long expected = good + 1;
        if (row.seq() != expected) {
            return new Fault(
                    expected, "thiếu dòng này, hoặc số đã bị sửa", "this entry is missing, or its number was changed");
        }
        if (!row.previousHash().equals(hash)) {
            return new Fault(
                    expected, "không nối với dòng trước", "it does not hang together with the entry before it");
        }
        if (!row.hash().equals(worked(row.entry()))) {
            return new Fault(expected, "nội dung hoặc mã băm đã bị sửa", "its text or its hash was changed");
        }
        return told(row);
    }

    private String worked(String entry) {
        return HexFormat.of().formatHex(EntryText.hash(HexFormat.of().parseHex(hash), entry));
    }

    /** Hashes may agree and the text still be none of ours: somebody worked the chain out anew. */
    private @Nullable Fault told(Row row) {
        try {
            LedgerEntry entry = EntryText.read(row.entry(), row.previousHash(), row.hash());
            boolean inOrder = before == null || !entry.at().isBefore(before.at());
            before = entry;
            if (entry.seq() != row.seq()
                    || !inOrder
                    || !CanonicalJson.of(row.entry()).equals(row.entry())) {
                return new Fault(row.seq(), "không phải dạng chuẩn", "it is not in the canonical form");
            }
        } catch (RuntimeException e) {
            return new Fault(row.seq(), "không đọc được", "it cannot be read");
        }
        Head head = heads.get(row.seq());
        if (head != null && (!head.hash().equals(row.hash()) || !head.day().equals(day(row)))) {
            return new Fault(
                    row.seq(), "khác mã băm cuối ngày đã ghi", "it differs from the head that was kept for its day");
        }
        return null;
    }

    private static LocalDate day(Row row) {
        return PostgresLedger.day(
                EntryText.read(row.entry(), row.previousHash(), row.hash()).at());
    }
}
