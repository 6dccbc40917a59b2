package vn.reliefmap.message.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.message.internal.form.Answers;
import vn.reliefmap.message.internal.form.ShortForm;
import vn.reliefmap.message.internal.form.ShortMessage;
import vn.reliefmap.message.internal.form.ShortMessage.Cry;
import vn.reliefmap.report.Asked;
import vn.reliefmap.report.Channel;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.NewReport;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportPlace;
import vn.reliefmap.report.Reports;
import vn.reliefmap.report.Sender;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/** Makes of an SMS what it means: a report, a word about an earlier one, or a question. */
@Component
class SmsMeaning {
    private static final Logger LOG = LoggerFactory.getLogger(SmsMeaning.class);
    /** Kept, until there is a disaster that it can belong to. */
    static final String NO_DISASTER = "no_disaster";

    private static final int MOST_WORDS = 2000;
    private static final int MOST_PLACE_WORDS = 300;
    private static final int MOST_HAMLET = 60;
    private static final int MOST_ITEMS = 30;

    private final Items items;
    private final AdminUnits communes;
    private final Disasters disasters;
    private final Reports reports;
    private final SmsWords words;
    private final SmsSettings settings;
    private volatile @Nullable ShortForm form;

    SmsMeaning(
            Items items,
            AdminUnits communes,
            Disasters disasters,
            Reports reports,
            SmsWords words,
            SmsSettings settings) {
        this.items = items;
        this.communes = communes;
        this.disasters = disasters;
        this.reports = reports;
        this.words = words;
        this.settings = settings;
    }

    /**
     * @param outcome word of the program
     * @param report that it became or is about; null when none
     * @param answer within one SMS
     */
    record Heard(String outcome, @Nullable ReportId report, String answer) {}

    @EventListener
    void onChange(DataChanged change) {
        if (change.topic() == Topic.ITEMS || change.topic() == Topic.ADMIN) {
            form = null;
        }
    }

    /** In the caller's transaction. */
    Heard hear(UUID id, String number, String text, Instant now) {
        ShortMessage message = form().read(text);
        ShortMessage.Command command = message.command();
        if (command != null) {
            Optional<Heard> heard = words.heed(command, number, now);
            if (heard.isPresent()) {
                return heard.get();
            }
        }
        if (message.cry() == Cry.HELP) {
            return new Heard("help", null, Answers.help());
        }
        Optional<Disaster> disaster = disaster();
        if (disaster.isEmpty()) {
            LOG.warn("An SMS came while no disaster is open; it is kept");
            return new Heard(NO_DISASTER, null, Answers.closed());
        }
        Report report = reports.take(report(id, number, text, message, disaster.get(), now));
        Map<String, Item> names = items.list().stream().collect(Collectors.toMap(Item::code, item -> item));
        return new Heard(
                message.empty() ? "unread" : report.kind().word(),
                report.id(),
                Answers.taken(new PublicCode(report.code().value()), message, names));
    }

    private NewReport report(
            UUID id, String number, String text, ShortMessage message, Disaster disaster, Instant now) {
        boolean inVietnam = message.at() != null && message.at().inVietnam();
        ReportPlace place = new ReportPlace(
                inVietnam ? Optional.ofNullable(message.at()) : Optional.empty(),
                OptionalDouble.empty(),
                Optional.ofNullable(message.commune()).map(unit -> unit.code()),
                start(message.hamlet(), MOST_HAMLET),
                // The whole text may tell somebody where it is, even if it tells the program nothing.
                start(text.isEmpty() ? "SMS" : text, MOST_PLACE_WORDS),
                !inVietnam);
        List<Asked> asked = message.wishes().stream()
                .limit(MOST_ITEMS)
                .map(wish -> new Asked(wish.item(), wish.quantity()))
                .toList();
        return new NewReport(
                new ReportId(id),
                disaster.id(),
                Channel.SMS,
                switch (message.cry()) {
                    case SOS -> Kind.SOS;
                    case SAFE -> Kind.SAFE;
                    case ASKS, HELP -> Kind.NEED;
                },
                new Sender("", number, false),
                place,
                message.people(),
                message.vulnerable(),
                asked,
                start(text, MOST_WORDS),
                now,
                disaster.simulated());
    }

    private static String start(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** True when reports by SMS have a disaster to belong to. */
    boolean disasterOpen() {
        return disaster().isPresent();
    }

    /** The one of the settings, else the newest that is open, a real one before a drill. */
    private Optional<Disaster> disaster() {
        if (!settings.disaster.isBlank()) {
            return disasters.find(settings.disaster.strip());
        }
        return disasters.list().stream()
                .filter(disaster -> disaster.closedAt() == null)
                .min(Comparator.comparing(Disaster::simulated)
                        .thenComparing(Comparator.comparing(Disaster::openedAt).reversed()));
    }

    private ShortForm form() {
        ShortForm known = form;
        if (known == null) {
            known = new ShortForm(items.list(), communes::meantBy, communes.list());
            form = known;
        }
        return known;
    }
}
