package vn.reliefmap.web;

import static vn.reliefmap.web.PlainHtml.hidden;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.reliefmap.cluster.ZoneReport;
import vn.reliefmap.cluster.ZoneReport.Amount;
import vn.reliefmap.item.Item;

/**
 * The delivery zone that a pledge is for, where a donor chose one: many homes together, told as everybody is told of it.
 *
 * @param vehicle word of the class that it was cut for
 * @param at the moment that it was told at, as it was written
 */
record PledgeZone(String vehicle, String at, ZoneReport.Zone zone) {
    /** What leads back to it, to be put behind an address. */
    String query() {
        return "&zone=" + URLEncoder.encode(zone.id(), StandardCharsets.UTF_8) + "&vehicle=" + vehicle + "&at="
                + URLEncoder.encode(at, StandardCharsets.UTF_8);
    }

    String fields() {
        return hidden("zone", zone.id()) + hidden("vehicle", vehicle) + hidden("at", at);
    }

    List<Amount> amounts() {
        return zone.sums().items();
    }

    /** How much of the item is still to be brought; 0 for none. */
    BigDecimal toBring(Item item) {
        return amounts().stream()
                .filter(amount -> amount.item().equals(item.code()))
                .map(PledgeZone::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** In the item's unit. */
    static BigDecimal quantity(Amount amount) {
        return BigDecimal.valueOf(amount.milli(), 3);
    }

    /** "Chỉ cho một vùng giao hàng trong xã: 83 hộ · 310 người, xe tải từ kho 12 km." */
    String told(PageWords words) {
        return words.say(
                "pledge.zone",
                "homes",
                words.counts(zone.sums().households(), (int) zone.sums().people()),
                "km",
                words.number(zone.distanceM() / 1000));
    }
}
