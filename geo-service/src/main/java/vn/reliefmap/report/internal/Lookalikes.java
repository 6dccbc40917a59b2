package vn.reliefmap.report.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Rights;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.household.Household;
import vn.reliefmap.household.Households;
import vn.reliefmap.household.Households.Contact;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.PhoneNumber;
import vn.reliefmap.report.Described;
import vn.reliefmap.report.Likeness;
import vn.reliefmap.report.Likeness.Level;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportCase.Candidate;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportState;
import vn.reliefmap.report.Sender;
import vn.reliefmap.report.internal.TaskTable.Task;

/**
 * Finds what may be the same home as a report: few by telephone (keyed fingerprint), place and hamlet in the database, then one by
 * one in memory, where alone names and words are unsealed.
 */
@Component
class Lookalikes {
    private static final int NEAREST_REPORTS = 200;
    private static final int NEAREST_HOUSEHOLDS = 50;
    private static final double REPORTS_WITHIN_M = 2_000;
    private static final double HOUSEHOLDS_WITHIN_M = 500;
    /** One telephone for a whole hamlet tells no home from another. */
    private static final int MOST_OF_ONE_PHONE = 20;

    private static final int MOST_SHOWN = 10;
    /** Accuracy of a place that nobody stated one for. */
    private static final double HOUSE_M = 20;

    private static final double NEIGHBOURHOOD_M = 1_500;

    private final JdbcClient jdbc;
    private final ReportTable reports;
    private final TaskTable tasks;
    private final Households households;

    Lookalikes(JdbcClient jdbc, ReportTable reports, TaskTable tasks, Households households) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.tasks = tasks;
        this.households = households;
    }

    /** The likeliest first; whose they are only where the rights let see it. */
    List<Candidate> of(Report report, Rights rights) {
        Described described = described(report, reports.sender(report.id()).orElse(Sender.UNKNOWN));
        List<ReportId> near = near(report);
        Map<ReportId, Task> decided = tasks.find(near);
        Map<ReportId, Sender> senders = reports.senders(near);
        List<Candidate> found = new ArrayList<>();
        Set<HouseholdId> known = new HashSet<>();
        for (Report other : reports.find(near)) {
            Task task = Objects.requireNonNull(decided.get(other.id()));
            Sender sender = senders.getOrDefault(other.id(), Sender.UNKNOWN);
            if (task.household() != null) {
                known.add(task.household());
            }
            found.add(candidate(described, other, sender, task, rights));
        }
        List<Household> homes = Stream.concat(ofPhone(report), nearHouseholds(report))
                .filter(household -> known.add(household.id()))
                .toList();
        Map<HouseholdId, Contact> contacts =
                households.contacts(homes.stream().map(Household::id).toList());
        for (Household home : homes) {
            found.add(candidate(described, home, contacts.getOrDefault(home.id(), Contact.NONE), rights));
        }
        return found.stream()
                .filter(candidate -> candidate.likeness().level() != Level.NONE)
                .sorted(Comparator.comparingDouble(
                                (Candidate candidate) -> candidate.likeness().score())
                        .reversed()
                        .thenComparing(Candidate::id))
                .limit(MOST_SHOWN)
                .toList();
    }

    /** By its own number a household is known wherever it stands on a list: places of lists may be wrong by a village. */
    private Stream<Household> ofPhone(Report report) {
        Optional<PhoneNumber> phone = report.onBehalf()
                ? Optional.empty()
                : reports.sender(report.id()).flatMap(sender -> PhoneNumber.read(sender.phone()));
        return phone.stream()
                .flatMap(number -> households.ofPhone(number, report.simulated(), MOST_OF_ONE_PHONE).stream());
    }

    private Stream<Household> nearHouseholds(Report report) {
        return report.place().at().stream()
                .flatMap(at ->
                        households.near(at, HOUSEHOLDS_WITHIN_M, report.simulated(), NEAREST_HOUSEHOLDS).stream());
    }

    private List<ReportId> near(Report report) {
        LonLat at = report.place().at().orElse(null);
        return jdbc.sql("""
                        with this as (select r.*, t.hamlet as folded from report r join report_task t on t.report_id = r.id
                                      where r.id = :id)
                        select o.id from this, report o join report_task t on t.report_id = o.id
                        where o.disaster_id = this.disaster_id and o.id <> this.id and o.simulated = this.simulated
                          and t.state <> 'duplicate'
                          and (o.phone_hash = this.phone_hash
                               or (:placed and o.geom && st_expand(st_setsrid(st_makepoint(:lon, :lat), 4326), :degrees))
                               or (this.folded <> '' and t.hamlet = this.folded and o.admin_code = this.admin_code))
                        order by o.phone_hash = this.phone_hash desc nulls last, st_distancesphere(o.geom, this.geom) nulls last, o.id
                        limit :limit""")
                .param("id", report.id().value())
                .param("placed", at != null)
                .param("lon", at == null ? 0.0 : at.lon())
                .param("lat", at == null ? 0.0 : at.lat())
                .param("degrees", REPORTS_WITHIN_M / 105_000)
                .param("limit", NEAREST_REPORTS)
                .query((rs, n) -> new ReportId(rs.getObject("id", UUID.class)))
                .list();
    }

    private Candidate candidate(Described described, Report other, Sender sender, Task task, Rights rights) {
        boolean open = rights.mayVerify(task.unit());
        return new Candidate(
                other.id(),
                task.household(),
                Likeness.between(described, described(other, sender)),
                task.state(),
                task.unit(),
                other.people(),
                open,
                open ? sender.name() : "",
                open ? other.words() : "",
                open ? other.place().at().orElse(null) : null);
    }

    private Candidate candidate(Described described, Household household, Contact contact, Rights rights) {
        Described other = new Described(
                hash(contact.phone()),
                true,
                household.place(),
                household.approximate() ? NEIGHBOURHOOD_M : HOUSE_M,
                household.commune(),
                "",
                contact.name(),
                "",
                null);
        boolean open = rights.seesExactPlace(household.unit(), household.simulated());
        @Nullable ReportState none = null;
        return new Candidate(
                null,
                household.id(),
                Likeness.between(described, other),
                none,
                household.unit(),
                household.people(),
                open,
                open ? contact.name() : "",
                "",
                open ? household.place() : null);
    }

    private Described described(Report report, Sender sender) {
        return new Described(
                hash(sender.phone()),
                !report.onBehalf(),
                report.place().at().orElse(null),
                report.place().accuracyM().orElse(report.place().approximate() ? NEIGHBOURHOOD_M : HOUSE_M),
                report.place().adminCode().orElse(null),
                report.place().hamlet(),
                sender.name(),
                report.words(),
                report.happenedAt());
    }

    private @Nullable String hash(String phone) {
        return PhoneNumber.read(phone).map(reports::phoneHash).orElse(null);
    }
}
