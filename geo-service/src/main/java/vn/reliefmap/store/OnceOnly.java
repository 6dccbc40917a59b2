package vn.reliefmap.store;

import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.kernel.CanonicalJson;
import vn.reliefmap.kernel.Problem;

/**
 * Carries an act out once, however often its request is sent: phones send again when an answer is lost. The same caller,
 * id and body get the same answer; another body under the same id is a {@code REQUEST_ID_TAKEN} problem (409). An act that
 * was refused may be tried again under its id. Thread-safe.
 */
@Component
public class OnceOnly {
    /** Nobody sends again after this; the acts' own tables keep their ids for good. */
    private static final int KEPT_DAYS = 30;

    private static final int TRIES = 3;
    private static final Logger LOG = LoggerFactory.getLogger(OnceOnly.class);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OnceOnly(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Act, answer and the memory of both are one transaction, the caller's or a new one. Of equal requests at the same time
     * one acts and the others wait for its answer. An act that the database ended in favour of another one (deadlock,
     * serialisation) is tried again, unless the transaction is the caller's own.
     *
     * @param caller who sends, for example an account's id
     * @param id made by the caller for this act
     * @param body what is asked; anything that becomes a JSON object
     * @param type of the answer; must come back from JSON as it was
     */
    public <T> T answer(String caller, UUID id, Object body, Class<T> type, Supplier<T> act) {
        byte[] hash = hash(body);
        int tries = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : TRIES;
        for (int left = tries - 1; ; left--) {
            try {
                T answer = transaction.execute(status -> {
                    int first = jdbc.sql("""
                            insert into sent_request (caller, id, body_sha256) values (?, ?, ?)
                            on conflict do nothing""").params(caller, id, hash).update();
                    return first == 1 ? keep(caller, id, act.get()) : again(caller, id, hash, type);
                });
                return Objects.requireNonNull(answer);
            } catch (ConcurrencyFailureException e) {
                if (left == 0) {
                    throw e;
                }
                LOG.info("An act collided with another one and is tried again: {}", e.getMessage());
            }
        }
    }

    private static byte[] hash(Object body) {
        try {
            return CanonicalJson.sha256(JSON.writeValueAsString(body));
        } catch (IllegalArgumentException e) {
            // It was JSON when it came; what has no canonical form is a number that no double holds, as 1e400.
            throw new Problem(
                            "JSON_FORM",
                            400,
                            "Trong nội dung có số quá lớn.",
                            "There is a number in the body that is too large.",
                            null,
                            "numbers below 1e308")
                    .asException();
        }
    }

    private <T> T keep(String caller, UUID id, T answer) {
        jdbc.sql("update sent_request set answer = ? where caller = ? and id = ?")
                .params(JSON.writeValueAsString(answer), caller, id)
                .update();
        return answer;
    }

    private <T> T again(String caller, UUID id, byte[] hash, Class<T> type) {
        Sent before = jdbc.sql("select body_sha256, answer from sent_request where caller = ? and id = ?")
                .params(caller, id)
                .query((rs, n) -> new Sent(Arrays.equals(rs.getBytes("body_sha256"), hash), rs.getString("answer")))
                .single();
        if (!before.sameBody() || before.answer() == null) {
            throw taken().asException();
        }
        return JSON.readValue(before.answer(), type);
    }

    private record Sent(boolean sameBody, @Nullable String answer) {}

    /** Another act has the id already. */
    public static Problem taken() {
        return new Problem(
                "REQUEST_ID_TAKEN",
                409,
                "Mã này đã dùng cho một yêu cầu khác. Hãy tạo mã mới cho yêu cầu mới.",
                "This id was used for another request. Make a new one for a new request.",
                "id",
                "a UUID that was not used before");
    }

    @Scheduled(cron = "0 40 3 * * *")
    void forgetOld() {
        jdbc.sql("delete from sent_request where sent_at < now() - make_interval(days => ?)")
                .param(KEPT_DAYS)
                .update();
    }
}
