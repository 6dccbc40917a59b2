package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Goods;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.ledger.LedgerEntry;

/** The ledger as people check it: in the browser, and by the command. */
class LedgerJourneysTest extends EmptyProgram {
    @Autowired
    private Ledger ledger;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void someEntries() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (int i = 1; i <= 30; i++) {
                Goods goods = new Goods("MP001", "rice", BigDecimal.valueOf(i, 1), null);
                ledger.append("pledged", Facts.of(new UUID(0, 1)).goods(List.of(goods)));
            }
        });
    }

    @Test
    void theBrowserWorksTheChainOutAndNamesAChangedEntry() {
        long last = last();
        try (Screen screen = new Screen(http().base(), "/ledger", 360, 740)) {
            assertThat(screen.find("#result")).hasText("Đúng: " + last + " dòng, không dòng nào bị sửa.");
            assertThat(screen.find("#newest li")).hasCount(20);
            assertThat(screen.fits()).isTrue();
            screen.find("#language").click();
            assertThat(screen.find("#result")).hasText("All good: " + last + " entries, none was changed.");

            change("entry = replace(entry, '\"pledged\"', '\"pledgee\"')", last - 7);
            screen.find("#check").click();
            assertThat(screen.find("#result")).hasText("Wrong from entry " + (last - 7) + ": it was changed.");
            change("entry = replace(entry, '\"pledgee\"', '\"pledged\"')", last - 7);

            screen.find("#check").click();
            assertThat(screen.find("#result")).hasText("All good: " + last + " entries, none was changed.");
            screen.page()
                    .evaluate("localStorage.setItem('relief-map.ledger', JSON.stringify({seq: " + (last - 2)
                            + ", hash: 'kept long ago'}))");
            screen.find("#check").click();
            assertThat(screen.find("#result")).containsText("the ledger was rewritten");
        }
    }

    @Test
    void theCommandEndsWellOnlyWhenTheChainHolds() {
        long last = last();
        String head = ledger.last().orElseThrow().hash();
        assertThat(verify(0)).contains("✓ " + last + " dòng").contains(head);
        assertThat(verify(0, "--head", head)).contains("entry " + last);
        assertThat(verify(1, "--head", "0".repeat(64))).contains("rewritten or cut short");

        change("entry = replace(entry, '\"rice\"', '\"ride\"')", last - 3);
        assertThat(verify(1)).contains("✗ Dòng " + (last - 3)).contains("Entry " + (last - 3));
        change("entry = replace(entry, '\"ride\"', '\"rice\"')", last - 3);
        assertThat(verify(0)).contains("✓");
    }

    private long last() {
        return ledger.last().map(LedgerEntry::seq).orElse(0L);
    }

    private static String verify(int status, String... options) {
        StringWriter said = new StringWriter();
        CommandLine line = ReliefCommand.commandLine(Map.of(
                        "RELIEF_HOME", home("ledger"),
                        "RELIEF_DATA", root().resolve("data").toString(),
                        "RELIEF_DB_URL", database().url(),
                        "RELIEF_DB_USER", database().appUser(),
                        "RELIEF_DB_PASSWORD", database().appPassword(),
                        "RELIEF_DB_OWNER", database().ownerUser(),
                        "RELIEF_DB_OWNER_PASSWORD", database().ownerPassword()))
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true));
        String[] arguments = new String[2 + options.length];
        arguments[0] = "ledger";
        arguments[1] = "verify";
        System.arraycopy(options, 0, arguments, 2, options.length);
        assertThat(line.execute(arguments)).as(said.toString()).isEqualTo(status);
        return said.toString();
    }

    /** As somebody who owns the database and means harm. */
    private static void change(String what, long seq) {
        JdbcClient.create(new DriverManagerDataSource(
                        database().url(), database().ownerUser(), database().ownerPassword()))
                .sql("alter table ledger_entry disable trigger user; update ledger_entry set " + what + " where seq = "
                        + seq + "; alter table ledger_entry enable trigger user")
                .update();
    }
}
