package vn.reliefmap.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.cluster.CommuneNeeds;
import vn.reliefmap.cluster.DeliveryZones;
import vn.reliefmap.cluster.NeedClusters;
import vn.reliefmap.cluster.ZoneReport;
import vn.reliefmap.commitment.Campaign;
import vn.reliefmap.commitment.Campaigns;
import vn.reliefmap.commitment.Pledge;
import vn.reliefmap.commitment.PledgeOrder;
import vn.reliefmap.commitment.PledgePlace;
import vn.reliefmap.commitment.Pledges;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.need.UnwantedGoods;
import vn.reliefmap.need.UnwantedGoods.Unwanted;
import vn.reliefmap.offer.Fits;
import vn.reliefmap.offer.Offers;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Depots;

/**
 * Pledging: one short form that also works without JavaScript. Everyone may look; who is not signed in as a donor is led to
 * signing in, and back. The form carries an id, so that sent twice it is one pledge.
 */
@RestController
@ConditionalOnWebApplication
class PledgePage {
    private static final Set<Caller> MAY_PLEDGE = Set.of(Caller.DONOR, Caller.COORDINATOR, Caller.ADMINISTRATOR);
    private static final int NEAREST_DEPOTS = 2;

    private final Disasters disasters;
    private final Offers offers;
    private final Pledges pledges;
    private final Campaigns campaigns;
    private final AdminUnits units;
    private final Depots depots;
    private final NeedClusters clusters;
    private final UnwantedGoods unwanted;
    private final Items items;
    private final DeliveryZones zones;
    private final Waters waters;

    PledgePage(
            Disasters disasters,
            Offers offers,
            Pledges pledges,
            Campaigns campaigns,
            AdminUnits units,
            Depots depots,
            NeedClusters clusters,
            UnwantedGoods unwanted,
            Items items,
            DeliveryZones zones,
            Waters waters) {
        this.disasters = disasters;
        this.offers = offers;
        this.pledges = pledges;
        this.campaigns = campaigns;
        this.units = units;
        this.depots = depots;
        this.clusters = clusters;
        this.unwanted = unwanted;
        this.items = items;
        this.zones = zones;
        this.waters = waters;
    }

    @GetMapping("/pledge")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> show(@ModelAttribute PledgeForm form) {
        return PlainHtml.answer(200, page(form, null));
    }

    /** Sent twice it is one pledge; what is refused leaves nothing behind, and the form as it was typed. */
    @PostMapping("/pledge")
    @OpenTo({Caller.DONOR, Caller.COORDINATOR})
    ResponseEntity<String> pledge(@ModelAttribute PledgeForm form) {
        try {
            Disaster disaster = disasters.named(form.disaster());
            Pledge pledge = pledges.promise(
                    Callers.account().orElseThrow().id(),
                    new PledgeOrder(
                            form.idOrNew(),
                            disaster.id(),
                            place(form, disaster),
                            Problem.required(form.item(), "item"),
                            form.amount(),
                            form.campaignOrNull()));
            return PlainHtml.answer(201, PledgedHtml.page(form.words(), disaster, told(pledge), pledge));
        } catch (ProblemException e) {
            return PlainHtml.answer(e.problem().status(), page(form, e.problem()));
        }
    }

    private PledgePlace place(PledgeForm form, Disaster disaster) {
        return form.zone() == null
                ? new PledgePlace.Commune(Problem.required(form.commune(), "commune"))
                : new PledgePlace.Zone(
                        form.zone(), VehicleClass.parse(form.vehicle()), waters.moment(disaster.id(), form.at()));
    }

    /** The zone that the form names, as everybody is told of it; empty when it is none, or not any more. */
    private Optional<PledgeZone> zone(PledgeForm form, Disaster disaster) {
        if (form.zone() == null) {
            return Optional.empty();
        }
        VehicleClass vehicle = VehicleClass.parse(form.vehicle());
        Instant moment = waters.moment(disaster.id(), form.at());
        ZoneReport report = disaster.simulated()
                ? zones.exact(disaster, vehicle, moment)
                : zones.forEveryone(disaster, vehicle, moment);
        return report.zones().stream()
                .filter(zone -> zone.id().equals(form.zone()))
                .findFirst()
                .map(zone -> new PledgeZone(String.valueOf(form.vehicle()), moment.toString(), zone));
    }

    /** What the page says of a pledge that stands. */
    private PledgedHtml.Told told(Pledge pledge) {
        Optional<AdminUnit> unit = Optional.ofNullable(pledge.commune()).flatMap(units::find);
        return new PledgedHtml.Told(
                items.get(pledge.item()), unit.map(AdminUnit::fullName).orElse(""), nearest(unit));
    }

    private String page(PledgeForm form, @Nullable Problem problem) {
        PageWords words = form.words();
        Optional<Disaster> disaster =
                form.disaster() == null ? disasters.going() : disasters.find(String.valueOf(form.disaster()));
        if (disaster.isEmpty()) {
            return PledgeHtml.nothing(words, words.say("no_disaster"));
        }
        try {
            PledgeZone zone = zone(form, disaster.get()).orElse(null);
            if (form.item() == null) {
                return choice(disaster.get(), form, zone);
            }
            boolean now = Callers.rights().seesNow(disaster.get().simulated());
            Fits fits = offers.fits(disaster.get(), offers.of(String.valueOf(form.item()), form.amountOrNull()), now);
            boolean may = MAY_PLEDGE.contains(Callers.current());
            List<Campaign> open = may ? campaigns.list(disaster.get().id()) : List.of();
            AdminUnit unit = units.find(String.valueOf(form.commune())).orElse(null);
            return new PledgeHtml(form, disaster.get(), fits, unit, zone, problem)
                    .page(open, may, nearest(Optional.ofNullable(unit)));
        } catch (ProblemException e) {
            return PledgeHtml.nothing(words, words.said(e.problem()));
        }
    }

    /** What the commune lacks, for somebody who has not said what they have. */
    private String choice(Disaster disaster, PledgeForm form, @Nullable PledgeZone zone) {
        CommuneNeeds commune = clusters.summaryForEveryone(disaster, null).communes().stream()
                .filter(one -> form.commune() != null && form.commune().equals(one.code()))
                .findFirst()
                .orElse(null);
        if (commune == null) {
            return PledgeHtml.nothing(form.words(), form.words().say("list.nothing"));
        }
        Set<String> refused = unwanted.list(disaster.id()).stream()
                .filter(line -> line.commune().equals(commune.code())
                        || commune.joinedCodes().contains(line.commune()))
                .map(Unwanted::item)
                .collect(Collectors.toSet());
        return PledgeChoice.page(form, disaster, commune, zone, refused, items::get);
    }

    /** Where the goods may be brought, as far as the caller may know: the nearest to the commune first. */
    private List<Depot> nearest(Optional<AdminUnit> unit) {
        LonLat to = unit.map(AdminUnit::centre).orElse(null);
        return depots.list().stream()
                .filter(depot -> Callers.rights().seesSupplies(depot.simulated()))
                .sorted((a, b) -> to == null
                        ? a.name().compareTo(b.name())
                        : Double.compare(squared(a.place(), to), squared(b.place(), to)))
                .limit(NEAREST_DEPOTS)
                .toList();
    }

    /** Near enough for an order: degrees, with those of longitude shortened as they are at the latitude. */
    private static double squared(LonLat a, LonLat b) {
        double dLon = (a.lon() - b.lon()) * Math.cos(Math.toRadians(b.lat()));
        double dLat = a.lat() - b.lat();
        return dLon * dLon + dLat * dLat;
    }

    /** The fields as they were sent; nothing is trusted before it is read here. */
    record PledgeForm(
            @Nullable String id,
            @Nullable String disaster,
            @Nullable String commune,
            @Nullable String zone,
            @Nullable String vehicle,
            @Nullable String at,
            @Nullable String item,
            @Nullable String quantity,
            @Nullable String campaign,
            @Nullable String lang) {

        PageWords words() {
            return PageWords.of(lang);
        }

        UUID idOrNew() {
            return uuid(id).orElseGet(UUID::randomUUID);
        }

        @Nullable
        UUID campaignOrNull() {
            return uuid(campaign).orElse(null);
        }

        @Nullable
        BigDecimal amountOrNull() {
            return quantity == null
                    ? null
                    : Numbers.quantity(quantity.strip())
                            .filter(amount -> amount.signum() > 0
                                    && amount.stripTrailingZeros().scale() <= 3)
                            .filter(amount -> amount.compareTo(new BigDecimal("1e9")) <= 0)
                            .orElse(null);
        }

        /** A {@code QUANTITY_FORM} problem (400) for what is no amount. */
        BigDecimal amount() {
            return Numbers.requireQuantity(amountOrNull(), false);
        }

        private static Optional<UUID> uuid(@Nullable String text) {
            return text != null && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                    ? Optional.of(UUID.fromString(text))
                    : Optional.empty();
        }
    }
}
