package vn.reliefmap.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.TestProgram;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.ledger.ChainCheck;
import vn.reliefmap.ledger.DayHead;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Goods;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.ledger.LedgerEntry;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;

/** FEATURE UNDER TEST: the public ledger is one chain, only grows, and no byte of it changes unseen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerTest {
    private static final UUID DISASTER = new UUID(20, 20);
    private static final long SEED = 2020_10_18;

    @TempDir
    static Path home = Path.of("target");

    private final Database database = TestPostgis.freshDatabase();
    private final TestProgram program = TestProgram.start(database, home);
    private final Ledger ledger = program.bean(Ledger.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(program.bean(PlatformTransactionManager.class));
    private final JdbcClient application = program.bean(JdbcClient.class);
    private final JdbcClient owner = JdbcClient.create(
            new SingleConnectionDataSource(database.url(), database.ownerUser(), database.ownerPassword(), true));
    private final Random random = new Random(SEED);

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void manyActsAtOnceMakeOneChainAndAnActThatFailsLeavesNothing() throws Exception {
        long before = length();
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Future<Integer>> acts = new ArrayList<>();
        for (int act = 0; act < 200; act++) {
            boolean fails = act % 5 == 0;
            int entries = 1 + act % 3;
            acts.add(writers.submit(() -> act(entries, fails)));
        }
        int written = 0;
        for (Future<Integer> act : acts) {
            written += act.get();
        }
        writers.shutdown();
        assertThat(length() - before).isEqualTo(written);
        ChainCheck check = ledger.verify();
        assertThat(check.fault()).isNull();
        assertThat(check.entries()).isEqualTo(length());
        assertThat(ledger.list(0, 10_000))
                .extracting(LedgerEntry::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, length()).boxed().toList());
    }

    /** How many entries it left. */
    private int act(int entries, boolean fails) {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < entries; i++) {
                ledger.append("pledged", rice(i));
            }
            if (fails) {
                status.setRollbackOnly();
            }
        });
        return fails ? 0 : entries;
    }

    @Test
    void aChangedByteAnywhereIsFoundAndNamed() {
        fill(40);
        // These would refuse most changes of the text already, since it would be no JSON any more.
        owner.sql("drop index ledger_entry_goods, ledger_entry_id").update();
        for (int i = 0; i < 300; i++) {
            long seq = 1 + random.nextLong(length());
            String column =
                    List.of("entry", "entry", "hash", "previous_hash", "seq").get(random.nextInt(5));
            if (column.equals("seq")) {
                changing("seq = seq + 1000000", "seq = seq - 1000000", seq, seq + 1_000_000);
                continue;
            }
            byte[] kept = bytes(seq, column);
            byte[] changed = kept.clone();
            int place = random.nextInt(changed.length);
            boolean text = column.equals("entry");
            byte other = (byte) (text ? 32 + random.nextInt(95) : random.nextInt(256));
            changed[place] = other == kept[place] ? (byte) (text ? '~' ^ (kept[place] & 1) : ~other) : other;
            changing(set(column, changed), set(column, kept), seq, seq);
        }
        assertThat(ledger.verify().good()).isTrue();
    }

    @Test
    void aTakenOutEntryIsNamedAndALostEndIsSeenByWhoKeptTheHead() {
        fill(10);
        long middle = length() - 4;
        String head = ledger.last().orElseThrow().hash();
        LedgerEntry gone = ledger.list(middle - 1, 1).get(0);
        String text = new String(bytes(middle, "entry"), StandardCharsets.UTF_8);
        unguarded("delete from ledger_entry where seq = " + middle);
        assertThat(fault()).isEqualTo(middle);
        unguarded("insert into ledger_entry values (" + middle + ", '" + text + "', '\\x" + gone.previousHash()
                + "', '\\x" + gone.hash() + "')");
        assertThat(ledger.verify().good()).isTrue();
        assertThat(ledger.find(head)).isPresent();
        unguarded("delete from ledger_entry where seq = " + length());
        assertThat(ledger.verify().good()).isTrue();
        assertThat(ledger.find(head)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set entry = entry",
                "update ledger_head set hash = hash",
                "delete from ledger_entry",
                "delete from ledger_head",
                "truncate ledger_entry cascade",
                "alter table ledger_entry disable trigger user",
                "drop table ledger_entry cascade"
            })
    void theApplicationsRoleMayOnlyAdd(String statement) {
        fill(1);
        long before = length();
        assertThatThrownBy(() -> application.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching(".*(permission denied|must be owner).*");
        if (!statement.startsWith("alter") && !statement.startsWith("drop")) {
            assertThatThrownBy(() -> owner.sql(statement).update())
                    .rootCause()
                    .hasMessageContaining("only ever added to");
        }
        assertThat(length()).isEqualTo(before);
    }

    @Test
    void theDatabaseTakesNoEntryThatDoesNotFollowTheLast() {
        fill(2);
        LedgerEntry last = ledger.last().orElseThrow();
        byte[] hash = HexFormat.of().parseHex(last.hash());
        byte[] earlier = HexFormat.of().parseHex(last.previousHash());
        long next = last.seq() + 1;
        String text = EntryText.of(next, UUID.randomUUID(), Instant.now(), "pledged", rice(1));
        byte[] wrong = hash.clone();
        wrong[0]++;
        assertThatThrownBy(() -> insert(next, text, earlier, EntryText.hash(earlier, text)))
                .hasMessageContaining("does not follow");
        assertThatThrownBy(() -> insert(next + 1, text, hash, EntryText.hash(hash, text)))
                .hasMessageContaining("does not follow");
        assertThatThrownBy(() -> insert(next, text, hash, wrong)).hasMessageContaining("does not follow");
        insert(next, text, hash, EntryText.hash(hash, text));
        assertThat(ledger.verify().good()).isTrue();
    }

    @Test
    void eachDayHasItsHead() {
        JdbcClient other = TestPostgis.jdbc(TestPostgis.freshDatabase());
        byte[] hash = EntryText.BEGINNING;
        Instant[] times = {
            Instant.parse("2020-10-18T16:59:59.999Z"),
            Instant.parse("2020-10-18T17:00:00Z"),
            Instant.parse("2020-10-19T01:00:00Z")
        };
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            String text = EntryText.of(i + 1, UUID.randomUUID(), times[i], "pledged", rice(1));
            byte[] next = EntryText.hash(hash, text);
            insert(other, i + 1, text, hash, next);
            hash = next;
            hashes.add(HexFormat.of().formatHex(next));
        }
        PostgresLedger old = new PostgresLedger(other, new vn.reliefmap.store.Changes(other, event -> {}, false));
        assertThat(old.dayHeads(10)).containsExactly(new DayHead(LocalDate.of(2020, 10, 19), 3, hashes.get(2)));
        old.chain(List.of(new Waiting.Entry(UUID.randomUUID(), "claimed", rice(1))));
        assertThat(old.dayHeads(10)).containsExactly(new DayHead(LocalDate.of(2020, 10, 19), 3, hashes.get(2)));
        assertThat(old.verify().good()).isTrue();
    }

    @Test
    void everyoneReadsItPageByPage() {
        fill(12);
        List<Long> seen = new ArrayList<>();
        String next = "/api/v1/ledger?limit=5";
        while (next != null) {
            JsonNode page = program.json(next);
            page.path("items").forEach(entry -> seen.add(entry.path("seq").asLong()));
            next = page.path("next").isNull() ? null : page.path("next").asString();
        }
        assertThat(seen).hasSize((int) length()).isSorted().doesNotHaveDuplicates();
        JsonNode last = program.json("/api/v1/ledger?after=" + (length() - 1))
                .path("items")
                .path(0);
        assertThat(last.path("facts").path("goods").path(0).path("quantity").asString())
                .isEqualTo("2.5");
        assertThat(last.path("facts").path("disaster").asString()).isEqualTo(DISASTER.toString());
        assertThat(program.json("/api/v1/ledger/head").path("hash").asString())
                .isEqualTo(last.path("hash").asString());
        assertThat(program.json("/api/v1/ledger/heads").path("items").isArray()).isTrue();
        assertThat(program.json("/api/v1/ledger?limit=0").path("code").asString())
                .isEqualTo("LIMIT_RANGE");
        assertThat(program.json("/api/v1/ledger?after=-1").path("code").asString())
                .isEqualTo("AFTER_FORM");
        assertThat(program.json("/api/v1/ledger?after=x").path("status").asInt())
                .isEqualTo(400);
    }

    @Test
    void aGiftIsFollowedByItsCode() {
        PublicCode gift = PublicCode.random();
        Goods goods = new Goods("19501", "rice", BigDecimal.TEN, gift);
        transaction.executeWithoutResult(
                status -> ledger.append("pledged", Facts.of(DISASTER).goods(List.of(goods))));
        fill(3);
        assertThat(ledger.ofGift(gift)).hasSize(1);
        assertThat(ledger.ofGift(PublicCode.random())).isEmpty();
        assertThat(PublicCode.typed(
                        " " + gift.value().toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .contains(gift);
        assertThat(PublicCode.typed("0O1I-5S8B")).isEmpty();
    }

    @Test
    void nothingThatCouldBeAPersonGetsIn() {
        Facts facts = Facts.of(DISASTER);
        assertThatThrownBy(() -> facts.word("reason", "Nguyễn Văn A")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> facts.unit("commune", "Thôn 3")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> facts.word("reason", "0912345678")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> facts.goods(List.of(new Goods("19501", "rice", BigDecimal.ONE.negate(), null))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.append("pledged", facts)).isInstanceOf(IllegalStateException.class);
    }

    private void changing(String change, String back, long seq, long changedSeq) {
        unguarded("update ledger_entry set " + change + " where seq = " + seq);
        try {
            assertThat(fault()).as("%s of entry %d, seed %d", change, seq, SEED).isEqualTo(seq);
        } finally {
            unguarded("update ledger_entry set " + back + " where seq = " + changedSeq);
        }
    }

    private long fault() {
        return Objects.requireNonNull(ledger.verify().fault()).seq();
    }

    /** As somebody who owns the database and means harm. */
    private void unguarded(String statement) {
        owner.sql("alter table ledger_entry disable trigger user").update();
        try {
            owner.sql(statement).update();
        } finally {
            owner.sql("alter table ledger_entry enable trigger user").update();
        }
    }

    private static String set(String column, byte[] value) {
        String hex = "'\\x" + HexFormat.of().formatHex(value) + "'::bytea";
        return column + " = " + (column.equals("entry") ? "convert_from(" + hex + ", 'UTF8')" : hex);
    }

    private byte[] bytes(long seq, String column) {
        String read = column.equals("entry") ? "convert_to(entry, 'UTF8')" : column;
        return owner.sql("select " + read + " from ledger_entry where seq = " + seq)
                .query((rs, n) -> rs.getBytes(1))
                .single();
    }

    private void insert(long seq, String text, byte[] previous, byte[] hash) {
        insert(application, seq, text, previous, hash);
    }

    private static void insert(JdbcClient jdbc, long seq, String text, byte[] previous, byte[] hash) {
        jdbc.sql("insert into ledger_entry (seq, entry, previous_hash, hash) values (?, ?, ?, ?)")
                .params(seq, text, previous, hash)
                .update();
    }

    private void fill(int entries) {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < entries; i++) {
                ledger.append("claimed", rice(i));
            }
        });
    }

    private static Facts rice(int count) {
        return Facts.of(DISASTER)
                .count("households", count)
                .code("claim", PublicCode.random())
                .goods(List.of(new Goods("19501", "rice", new BigDecimal("2.500"), null)));
    }

    private long length() {
        return ledger.last().map(LedgerEntry::seq).orElse(0L);
    }
}
