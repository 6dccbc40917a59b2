package vn.reliefmap.item;

import org.jspecify.annotations.Nullable;

/**
 * Something that can be needed, stored and carried.
 *
 * @param code stable name, lower snake case, for example {@code drinking_water}
 * @param unitVi what is counted, in Vietnamese; {@code unitEn} the same in English
 * @param unitsEn {@code unitEn} of more than one
 * @param oneEn one unit together with the name: "blanket"; null where the name follows: "litre of drinking water"
 * @param manyEn {@code oneEn} of more than one; null with {@code oneEn}
 * @param massKg mass of one unit in kilograms, 0 for cash
 * @param volumeM3 volume of one unit in cubic metres, as packed
 * @param category what it belongs to, as people look for it
 * @param lackGroup which of the six cells of a need tag it fills
 * @param rationAmount units for one {@code rationBasis}, above 0; null when there is no ration by head
 * @param rationBasis what the ration counts; null with {@code rationAmount}
 * @param needsSkill who hands it over must have it; null when anybody may
 * @param source where ration and figures come from (domain facts, section 3, where it says so)
 * @param retired gone from the file of items; old needs and stock may still name it
 */
public record Item(
        String code,
        String nameVi,
        String nameEn,
        String unitVi,
        String unitEn,
        String unitsEn,
        @Nullable String oneEn,
        @Nullable String manyEn,
        double massKg,
        double volumeM3,
        Category category,
        LackGroup lackGroup,
        @Nullable Double rationAmount,
        @Nullable RationBasis rationBasis,
        @Nullable Skill needsSkill,
        String source,
        boolean retired) {

    /** Whoever lacks it is ill, or may be: everyone is told of it for ten households together and not for fewer (domain facts, section 5). */
    public boolean tellsOfHealth() {
        return lackGroup == LackGroup.MEDICINE;
    }

    /** What an item belongs to, as people look for it. */
    public enum Category {
        FOOD,
        WATER,
        MEDICINE,
        HYGIENE,
        SHELTER,
        CASH,
        HOUSE_REPAIR,
        HOUSEHOLD_GOODS,
        SEED_LIVESTOCK,
        RESCUE
    }

    /** The six cells of a need tag. */
    public enum LackGroup {
        WATER,
        RICE,
        MEDICINE,
        TARP,
        GOODS,
        CASH
    }

    /** What a ration is counted for. */
    public enum RationBasis {
        PERSON_DAY,
        PERSON,
        HOUSEHOLD,
        HOUSEHOLD_DAY
    }
}
