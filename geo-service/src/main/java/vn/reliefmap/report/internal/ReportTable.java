package vn.reliefmap.report.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PhoneNumber;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.report.Asked;
import vn.reliefmap.report.Channel;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.NewReport;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportPlace;
import vn.reliefmap.report.Sender;

/** Reports as rows: what is personal in them is sealed, each text for its own report and column. */
@Component
class ReportTable {
    private static final String REPORT = "select r.*, st_x(r.geom) as lon, st_y(r.geom) as lat from report r ";

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    ReportTable(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /** False when the id is there already. */
    boolean add(NewReport report, PublicCode code, Timestamp receivedAt, boolean suspected, String bodyFingerprint) {
        ReportPlace place = report.place();
        int added = jdbc.sql("""
                insert into report (id, code, disaster_id, received_at, happened_at, channel, kind, on_behalf, name_sealed,
                    phone_sealed, phone_hash, words_sealed, geom, accuracy_m, admin_code, hamlet, place_words_sealed,
                    approximate, people, vulnerable_people, suspected, body_fingerprint, simulated)
                values (:id, :code, :disaster, :received, :happened, :channel, :kind, :onBehalf, :name, :phone, :phoneHash,
                    :words, case when cast(:lon as double precision) is not null
                                 then st_setsrid(st_makepoint(cast(:lon as double precision), cast(:lat as double precision)), 4326) end,
                    :accuracy, :admin, :hamlet, :placeWords, :approximate, :people, :vulnerable, :suspected, :fingerprint,
                    :simulated)
                on conflict (id) do nothing""")
                .param("id", report.id().value())
                .param("code", code.value())
                .param("disaster", report.disaster().value())
                .param("received", receivedAt)
                .param("happened", Timestamp.from(report.happenedAt()))
                .param("channel", report.channel().word())
                .param("kind", report.kind().word())
                .param("onBehalf", report.sender().onBehalf())
                .param(
                        "name",
                        sealed(report.id(), Personal.NAME, report.sender().name()))
                .param(
                        "phone",
                        sealed(report.id(), Personal.PHONE, report.sender().phone()))
                .param("phoneHash", phoneHash(report.sender().phone()))
                .param("words", sealed(report.id(), Personal.WORDS, report.words()))
                .param("lon", place.at().map(LonLat::lon).orElse(null))
                .param("lat", place.at().map(LonLat::lat).orElse(null))
                .param(
                        "accuracy",
                        place.accuracyM().isPresent() ? place.accuracyM().getAsDouble() : null)
                .param("admin", place.adminCode().orElse(null))
                .param("hamlet", place.hamlet())
                .param("placeWords", sealed(report.id(), Personal.PLACE, place.words()))
                .param("approximate", place.approximate())
                .param("people", report.people())
                .param("vulnerable", report.vulnerablePeople())
                .param("suspected", suspected)
                .param("fingerprint", bodyFingerprint)
                .param("simulated", report.simulated())
                .update();
        if (added == 1) {
            report.asked().forEach(asked -> addLine(report.id(), asked));
        }
        return added == 1;
    }

    private void addLine(ReportId id, Asked asked) {
        jdbc.sql("insert into report_line (report_id, item, quantity) values (:id, :item, cast(:quantity as numeric))")
                .param("id", id.value())
                .param("item", asked.item())
                .param(
                        "quantity",
                        asked.quantity().isEmpty()
                                ? null
                                : ReportRules.exact(asked.quantity().getAsDouble())
                                        .toPlainString())
                .update();
    }

    /** The fingerprint that the report with this id was sent with; empty when there is none. */
    Optional<String> bodyFingerprint(ReportId id) {
        return jdbc.sql("select body_fingerprint from report where id = ?")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    Optional<Report> find(ReportId id) {
        return all(jdbc.sql(REPORT + "where r.id = ?").param(id.value())).stream()
                .findFirst();
    }

    /** Those that are there of the ids, in their order. */
    List<Report> find(List<ReportId> ids) {
        return all(jdbc.sql(REPORT + "where r.id = any(:ids) order by array_position(cast(:ids as uuid[]), r.id)")
                .param("ids", values(ids)));
    }

    Optional<Report> find(PublicCode code) {
        return all(jdbc.sql(REPORT + "where r.code = ?").param(code.value())).stream()
                .findFirst();
    }

    /**
     * One more than is asked for when there is a next page.
     *
     * @param units only what their officers decide on; null = everywhere
     */
    List<Report> list(
            DisasterId disaster, String @Nullable [] units, @Nullable Kind kind, boolean suspected, PageAsk ask) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder sql =
                new StringBuilder(REPORT).append("where r.disaster_id = :disaster and r.suspected = :suspected");
        parameters.put("disaster", disaster.value());
        parameters.put("suspected", suspected);
        if (units != null) {
            sql.append(
                    " and exists (select from report_task t where t.report_id = r.id and " + TaskTable.IN_UNITS + ")");
            parameters.put("units", units);
        }
        if (kind != null) {
            sql.append(" and r.kind = :kind");
            parameters.put("kind", kind.word());
        }
        PageAsk.Key after = ask.after();
        if (after != null) {
            sql.append(" and (r.received_at, r.id) < (:at, :id)");
            parameters.put("at", Timestamp.from(after.at()));
            parameters.put("id", after.id());
        }
        parameters.put("limit", ask.limit() + 1);
        return all(jdbc.sql(sql.append(" order by r.received_at desc, r.id desc limit :limit")
                        .toString())
                .params(parameters));
    }

    Optional<Sender> sender(ReportId id) {
        return Optional.ofNullable(senders(List.of(id)).get(id));
    }

    /** Who sent each of the reports, without those that were wiped. */
    Map<ReportId, Sender> senders(List<ReportId> ids) {
        Map<ReportId, Sender> senders = new HashMap<>();
        jdbc.sql(
                        "select id, name_sealed, phone_sealed, on_behalf from report where id = any(:ids) and forgotten_at is null")
                .param("ids", values(ids))
                .query(rs -> {
                    ReportId id = new ReportId(rs.getObject("id", UUID.class));
                    senders.put(
                            id,
                            new Sender(
                                    opened(id, Personal.NAME, rs.getBytes("name_sealed")),
                                    opened(id, Personal.PHONE, rs.getBytes("phone_sealed")),
                                    rs.getBoolean("on_behalf")));
                });
        return senders;
    }

    private static UUID[] values(List<ReportId> ids) {
        return ids.stream().map(ReportId::value).toArray(UUID[]::new);
    }

    boolean forget(ReportId id) {
        return jdbc.sql("select report_forget(?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private List<Report> all(JdbcClient.StatementSpec statement) {
        Map<UUID, Report> found = new LinkedHashMap<>();
        statement
                .query((rs, n) -> report(rs))
                .list()
                .forEach(report -> found.put(report.id().value(), report));
        if (!found.isEmpty()) {
            jdbc.sql("select * from report_line where report_id = any(:ids) order by item")
                    .param("ids", found.keySet().toArray(UUID[]::new))
                    .query((rs, n) -> {
                        Report report = found.get(rs.getObject("report_id", UUID.class));
                        double quantity = rs.getDouble("quantity");
                        OptionalDouble told = rs.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(quantity);
                        return report != null && report.asked().add(new Asked(rs.getString("item"), told));
                    })
                    .list();
        }
        return List.copyOf(found.values());
    }

    private Report report(ResultSet rs) throws SQLException {
        ReportId id = new ReportId(rs.getObject("id", UUID.class));
        double lon = rs.getDouble("lon");
        Optional<LonLat> at = rs.wasNull() ? Optional.empty() : Optional.of(new LonLat(lon, rs.getDouble("lat")));
        double accuracy = rs.getDouble("accuracy_m");
        OptionalDouble accuracyM = rs.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(accuracy);
        return new Report(
                id,
                new DisasterId(rs.getObject("disaster_id", UUID.class)),
                Channel.valueOf(rs.getString("channel").toUpperCase(Locale.ROOT)),
                Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                rs.getBoolean("on_behalf"),
                new ReportPlace(
                        at,
                        accuracyM,
                        Optional.ofNullable(rs.getString("admin_code")),
                        rs.getString("hamlet"),
                        opened(id, Personal.PLACE, rs.getBytes("place_words_sealed")),
                        rs.getBoolean("approximate")),
                rs.getInt("people"),
                rs.getInt("vulnerable_people"),
                new ArrayList<>(),
                opened(id, Personal.WORDS, rs.getBytes("words_sealed")),
                rs.getTimestamp("happened_at").toInstant(),
                rs.getBoolean("simulated"),
                new PublicCode(rs.getString("code")),
                rs.getTimestamp("received_at").toInstant(),
                rs.getBoolean("suspected"));
    }

    /** What of a report is sealed. */
    private enum Personal {
        NAME,
        PHONE,
        WORDS,
        PLACE;

        String owner(ReportId id) {
            return id + "/" + name().toLowerCase(Locale.ROOT);
        }
    }

    private byte @Nullable [] sealed(ReportId id, Personal what, String text) {
        return text.isEmpty() ? null : personalData.seal(what.owner(id), text);
    }

    private String opened(ReportId id, Personal what, byte @Nullable [] sealed) {
        return sealed == null ? "" : personalData.open(what.owner(id), sealed);
    }

    private @Nullable String phoneHash(String phone) {
        return PhoneNumber.read(phone).map(this::phoneHash).orElse(null);
    }

    /** Equal for equal numbers, however they were written, in this room. */
    String phoneHash(PhoneNumber phone) {
        return personalData.fingerprint("phone " + phone.national());
    }
}
