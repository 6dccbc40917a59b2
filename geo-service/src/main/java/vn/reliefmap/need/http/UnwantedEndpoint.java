package vn.reliefmap.need.http;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.need.UnwantedGoods;
import vn.reliefmap.need.UnwantedGoods.Unwanted;

/** "Do not send": officers write it for their communes, everyone reads it. */
@RestController
class UnwantedEndpoint {
    private static final int LONGEST_REASON = 200;
    private static final Duration LONGEST = Duration.ofDays(60);
    /** A telephone number, an account: nothing that everyone should read. */
    private static final Pattern LONG_NUMBER = Pattern.compile("(\\d[\\s.-]*){9,}");

    private final UnwantedGoods unwanted;
    private final Disasters disasters;
    private final AdminUnits units;
    private final Items items;

    UnwantedEndpoint(UnwantedGoods unwanted, Disasters disasters, AdminUnits units, Items items) {
        this.unwanted = unwanted;
        this.disasters = disasters;
        this.units = units;
        this.items = items;
    }

    @GetMapping("/api/v1/do-not-send")
    @OpenTo(Caller.EVERYONE)
    UnwantedList list(@RequestParam @Nullable String disaster) {
        DisasterId named = disasters.named(disaster).id();
        return new UnwantedList(unwanted.list(named).stream().map(this::told).toList(), null);
    }

    @PostMapping("/api/v1/do-not-send")
    @OpenTo(Caller.OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    UnwantedAnswer write(@RequestBody UnwantedRequest request) {
        AdminUnit commune = units.get(Problem.required(request.commune(), "commune"));
        mustServe(commune.code());
        Item item = items.get(Problem.required(request.item(), "item"));
        Unwanted asked = new Unwanted(
                Problem.required(request.id(), "id"),
                disasters.named(request.disaster()).id(),
                commune.code(),
                item.code(),
                reason(Problem.required(request.reason(), "reason")),
                until(Problem.required(request.until(), "until")));
        return told(unwanted.write(Callers.account().orElseThrow().id(), asked));
    }

    @DeleteMapping("/api/v1/do-not-send/{id}")
    @OpenTo(Caller.OFFICER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id) {
        Unwanted there = unwanted.find(id).orElseThrow(() -> Problem.notFound(
                        "UNWANTED_NOT_FOUND", "id", "Không có dòng này.", "There is no such line.")
                .asException());
        mustServe(there.commune());
        unwanted.end(id, Callers.account().orElseThrow().id());
    }

    private static void mustServe(String commune) {
        if (!Callers.rights().mayVerify(commune)) {
            throw new Problem(
                            "OTHER_UNIT",
                            403,
                            "Xã này không thuộc địa bàn của tài khoản.",
                            "This commune is none that the account serves.",
                            "commune",
                            null)
                    .asException();
        }
    }

    private static String reason(String text) {
        String reason = text.strip();
        if (reason.length() < 3
                || reason.length() > LONGEST_REASON
                || LONG_NUMBER.matcher(reason).find()) {
            throw bad(
                    "REASON_FORM",
                    "reason",
                    "3 to 200 characters, no telephone number",
                    "Lý do cần 3 đến 200 ký tự, không ghi số điện thoại hay số tài khoản: ai cũng đọc được.",
                    "The reason needs 3 to 200 characters, and no telephone or account number: everyone reads it.");
        }
        return reason;
    }

    private static Instant until(Instant asked) {
        Instant now = Instant.now();
        if (!asked.isAfter(now) || asked.isAfter(now.plus(LONGEST))) {
            throw bad(
                    "UNTIL_RANGE",
                    "until",
                    "a time within the next 60 days",
                    "Thời hạn phải nằm trong 60 ngày tới.",
                    "The time must lie within the next 60 days.");
        }
        return asked.truncatedTo(ChronoUnit.MILLIS);
    }

    private static ProblemException bad(String code, String field, String expected, String vi, String en) {
        return Problem.badField(code, field, expected, vi, en).asException();
    }

    private UnwantedAnswer told(Unwanted one) {
        Item item = items.get(one.item());
        String name = units.find(one.commune()).map(AdminUnit::fullName).orElse(one.commune());
        return new UnwantedAnswer(
                one.id(),
                one.commune(),
                name,
                item.code(),
                item.nameVi(),
                item.nameEn(),
                one.reason(),
                "Cán bộ phụ trách " + name,
                one.until());
    }

    /** @param id made by the sender */
    record UnwantedRequest(
            @Nullable UUID id,
            @Nullable String disaster,
            @Nullable String commune,
            @Nullable String item,
            @Nullable String reason,
            @Nullable Instant until) {}

    /** @param by the office; who of it wrote the line stands in the database */
    record UnwantedAnswer(
            UUID id,
            String commune,
            String communeName,
            String item,
            String itemVi,
            String itemEn,
            String reason,
            String by,
            Instant until) {}

    /** @param next always null */
    record UnwantedList(
            List<UnwantedAnswer> items, @Nullable String next) {}
}
