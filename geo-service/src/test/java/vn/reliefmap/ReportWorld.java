package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.report.Asked;
import vn.reliefmap.report.Channel;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.NewReport;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportPlace;
import vn.reliefmap.report.Reports;
import vn.reliefmap.report.Sender;

/** The world of promises, with people who report and officers who decide over HTTP. */
final class ReportWorld implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<DisasterId, Integer> FLOODS = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();
    static final LonLat HOME = new LonLat(107.105, 16.7502);

    final PromiseWorld promises;
    final String officer;
    final String neighbour;
    final String province;

    ReportWorld(Path home) {
        promises = new PromiseWorld(home);
        officer = token(Caller.OFFICER, "XA01");
        neighbour = token(Caller.OFFICER, "XA02");
        province = token(Caller.OFFICER, "44");
    }

    String token(Caller role, String... units) {
        return promises.token(promises.account(role, units));
    }

    /** The number of somebody in a flood. */
    static String numberOf(int flood, int person) {
        return "0912 %03d %03d".formatted(flood, person);
    }

    /** A report that is easy to vary. */
    record Story(
            DisasterId disaster,
            Kind kind,
            String name,
            String phone,
            boolean onBehalf,
            @Nullable LonLat at,
            String commune,
            String hamlet,
            int people,
            int vulnerable,
            List<Asked> asked,
            String words) {
        /** Each flood has a home and a number of its own: households outlive a flood, and are recognised in the next one. */
        static Story of(DisasterId disaster) {
            int number = FLOODS.computeIfAbsent(disaster, id -> COUNT.incrementAndGet());
            return new Story(
                    disaster,
                    Kind.NEED,
                    "Nguyễn Thị Hoa",
                    numberOf(number, 111),
                    false,
                    new LonLat(HOME.lon(), HOME.lat() + number * 0.1),
                    "XA01",
                    "",
                    4,
                    0,
                    List.of(new Asked("rice", OptionalDouble.empty())),
                    "");
        }

        Story kind(Kind other) {
            return new Story(
                    disaster, other, name, phone, onBehalf, at, commune, hamlet, people, vulnerable, asked, words);
        }

        Story by(String otherName, String otherPhone) {
            return new Story(
                    disaster,
                    kind,
                    otherName,
                    otherPhone,
                    onBehalf,
                    at,
                    commune,
                    hamlet,
                    people,
                    vulnerable,
                    asked,
                    words);
        }

        Story at(@Nullable LonLat other) {
            return new Story(
                    disaster, kind, name, phone, onBehalf, other, commune, hamlet, people, vulnerable, asked, words);
        }

        Story in(String otherCommune, String otherHamlet) {
            return new Story(
                    disaster,
                    kind,
                    name,
                    phone,
                    onBehalf,
                    at,
                    otherCommune,
                    otherHamlet,
                    people,
                    vulnerable,
                    asked,
                    words);
        }

        Story people(int count, int ofThemVulnerable) {
            return new Story(
                    disaster, kind, name, phone, onBehalf, at, commune, hamlet, count, ofThemVulnerable, asked, words);
        }

        Story asking(String item, double quantity) {
            List<Asked> other =
                    List.of(new Asked(item, quantity == 0 ? OptionalDouble.empty() : OptionalDouble.of(quantity)));
            return new Story(
                    disaster, kind, name, phone, onBehalf, at, commune, hamlet, people, vulnerable, other, words);
        }
    }

    Report sent(Story story) {
        return promises.program
                .bean(Reports.class)
                .take(new NewReport(
                        new ReportId(UUID.randomUUID()),
                        story.disaster(),
                        Channel.WEB,
                        story.kind(),
                        new Sender(story.name(), story.phone(), story.onBehalf()),
                        new ReportPlace(
                                Optional.ofNullable(story.at()),
                                OptionalDouble.empty(),
                                Optional.of(story.commune()),
                                story.hamlet(),
                                "",
                                story.at() == null),
                        story.people(),
                        story.vulnerable(),
                        story.asked(),
                        story.words(),
                        Instant.now(),
                        true));
    }

    /** Somebody else, far from all others. */
    Report somebody(DisasterId disaster, int number) {
        Story story = Story.of(disaster);
        String phone = story.phone().substring(0, 9) + (200 + number);
        return sent(story.by("Người Thứ " + number + " Số" + number, phone).at(east(story, 10_000 * (number + 1))));
    }

    /** So many metres east of where it is told from. */
    static LonLat east(Story story, double metres) {
        LonLat at = Objects.requireNonNull(story.at());
        return new LonLat(at.lon() + metres / 106_000, at.lat());
    }

    /** The decision as JSON; more fields may be added, texts in quotes. */
    static String decision(Report report, String decision, int seen, String... more) {
        StringBuilder json = new StringBuilder("{\"id\":\"%s\",\"report\":\"%s\",\"decision\":\"%s\",\"seen\":%d"
                .formatted(UUID.randomUUID(), report.id(), decision, seen));
        for (String each : more) {
            json.append(',').append(each);
        }
        return json.append('}').toString();
    }

    static final String PHONED = "\"evidence\":[\"phoned\"]";

    static String because(String reason) {
        return "\"reason\":\"" + reason + "\"";
    }

    JsonNode decide(String token, int status, String body) {
        return post("/api/v1/verifications", token, status, body);
    }

    /** Confirmed by telephone as reported, if the report was not decided on yet; the household. */
    UUID confirm(Report report, String... more) {
        String[] all = Arrays.copyOf(more, more.length + 1);
        all[more.length] = PHONED;
        return UUID.fromString(decide(officer, 201, decision(report, "confirmed", 0, all))
                .path("household")
                .asString());
    }

    JsonNode post(String path, @Nullable String token, int status, String body) {
        var answer = promises.program.send("POST", path, body, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    JsonNode get(String path, @Nullable String token, int status) {
        var answer = promises.program.get(path, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    List<String> queue(DisasterId disaster, String token, String more) {
        return get("/api/v1/verifications?disaster=" + disaster + more, token, 200)
                .path("items")
                .valueStream()
                .map(item -> item.path("report").asString())
                .toList();
    }

    /** A column of the household's need of an item. */
    BigDecimal need(UUID household, String item, String column) {
        return Objects.requireNonNull(promises.jdbc
                .sql("select coalesce(sum(" + column + "), 0) from need where household_id = ? and item_code = ?")
                .params(household, item)
                .query(BigDecimal.class)
                .single());
    }

    UUID needId(UUID household) {
        return promises.jdbc
                .sql("select id from need where household_id = ?")
                .param(household)
                .query(UUID.class)
                .single();
    }

    int lines(UUID household) {
        return promises.jdbc
                .sql("select count(*) from need where household_id = ?")
                .param(household)
                .query(Integer.class)
                .single();
    }

    Map<String, Object> counts() {
        return promises.jdbc.sql("""
                        select (select count(*) from household) as households, (select count(*) from need) as needs,
                               (select count(*) from verification) as decisions, (select count(*) from ledger_entry) as entries""").query().singleRow();
    }

    @Override
    public void close() {
        promises.close();
    }
}
