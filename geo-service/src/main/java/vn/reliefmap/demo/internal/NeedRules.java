package vn.reliefmap.demo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;

/**
 * What a simulated household lacks: the rations of the catalogue, times people and days; more things the deeper the
 * water stood and the longer. Depths are those of the vehicle classes' legend; the shares are made up.
 */
final class NeedRules {
    /** Cash tiers of 2020–21: 900,000 VND up to 5 people, twice that from 6 on (domain facts, section 3). */
    private static final int PEOPLE_OF_THE_SECOND_TIER = 6;

    private final Items items;

    NeedRules(Items items) {
        this.items = items;
    }

    /**
     * @param urgency critical, high or normal
     * @param lines empty when nothing is lacking
     */
    record Needs(String urgency, List<Line> lines) {}

    /** @param quantity whole units, above 0 */
    record Line(String item, long quantity) {}

    /**
     * @param depthM water at the door at the base time, metres, 0 when dry
     * @param hours how long it has stood there
     */
    Needs of(Home home, double depthM, int hours, boolean urban, Chance chance) {
        int days = Math.min(7, 3 + (depthM >= 0.6 ? 2 : 0) + (hours >= 6 ? 2 : 0));
        List<Line> lines = new ArrayList<>();
        if (depthM < 0.1) {
            if (chance.happens(0.1)) {
                add(lines, "drinking_water", home, 3);
                addPerhaps(lines, "rice", home, 3, 0.5, chance);
            }
            return new Needs("normal", lines);
        }
        add(lines, "drinking_water", home, days);
        if (depthM < 0.3) {
            addPerhaps(lines, "instant_noodles", home, 2, 0.6, chance);
        } else {
            add(lines, "rice", home, days);
            addPerhaps(lines, "water_tablets", home, days, 0.3, chance);
            addPerhaps(lines, "hygiene_kit", home, 1, 0.3, chance);
        }
        if (depthM >= 0.6) {
            addPerhaps(lines, "ready_meal", home, 1, 0.7, chance);
            addPerhaps(lines, "first_aid_kit", home, 1, 0.35, chance);
            addPerhaps(lines, "blanket", home, 1, 0.5, chance);
            addPerhaps(lines, "tarp", home, 1, 0.3, chance);
        }
        if (depthM >= 1.2) {
            addPerhaps(lines, "life_jacket", home, 1, 0.4, chance);
            addPerhaps(lines, "cash", home, 1, 0.7, chance);
            addPerhaps(lines, "kitchen_set", home, 1, 0.3, chance);
            addPerhaps(lines, "seed_rice", home, 1, urban ? 0 : 0.35, chance);
        }
        if (depthM >= 2) {
            addPerhaps(lines, "roofing_sheets", home, 1, 0.4, chance);
        }
        boolean weak = home.vulnerablePeople() > 0;
        String urgency =
                depthM >= 1.2 || (weak && depthM >= 0.6) ? "critical" : depthM >= 0.3 || weak ? "high" : "normal";
        return new Needs(urgency, lines);
    }

    private void addPerhaps(List<Line> lines, String code, Home home, int days, double share, Chance chance) {
        if (chance.happens(share)) {
            add(lines, code, home, days);
        }
    }

    /** Adds the ration; an item that somebody took out of the catalogue is left out. */
    private void add(List<Line> lines, String code, Home home, int days) {
        Optional<Item> found = items.find(code).filter(item -> !item.retired());
        if (found.isEmpty()) {
            return;
        }
        Item item = found.get();
        Double ration = item.rationAmount();
        Item.RationBasis basis = item.rationBasis();
        double amount = ration == null || basis == null
                ? 1
                : ration
                        * switch (basis) {
                            case PERSON_DAY -> home.people() * days;
                            case PERSON -> home.people();
                            case HOUSEHOLD -> 1;
                            case HOUSEHOLD_DAY -> days;
                        };
        if (item.category() == Item.Category.CASH && home.people() >= PEOPLE_OF_THE_SECOND_TIER) {
            amount *= 2;
        }
        lines.add(new Line(code, Math.max(1, (long) Math.ceil(amount - 1e-9))));
    }
}
