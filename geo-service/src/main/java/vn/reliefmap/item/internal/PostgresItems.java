package vn.reliefmap.item.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.item.Skill;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/** The catalogue as the table {@code item} holds it, read once and again after a change. */
@Component
class PostgresItems implements Items {
    private final JdbcClient jdbc;
    private volatile @Nullable Map<String, Item> byCode;

    PostgresItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Item get(String code) {
        return find(code).orElseThrow(() -> Problem.badField(
                        "UNKNOWN_ITEM",
                        "item",
                        "a code from GET /api/v1/items, e.g. rice",
                        "Không có mặt hàng với mã này trong danh mục.",
                        "No item in the catalogue has this code.")
                .asException());
    }

    @Override
    public Optional<Item> find(String code) {
        return Optional.ofNullable(all().get(code));
    }

    @Override
    public List<Item> list() {
        return all().values().stream().filter(i -> !i.retired()).toList();
    }

    @EventListener
    void on(DataChanged change) {
        if (change.topic() == Topic.ITEMS) {
            forget();
        }
    }

    void forget() {
        byCode = null;
    }

    private Map<String, Item> all() {
        Map<String, Item> known = byCode;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Item item : read()) {
                known.put(item.code(), item);
            }
            byCode = known;
        }
        return known;
    }

    private List<Item> read() {
        return new ArrayList<>(jdbc.sql("select * from item order by retired, position, code")
                .query((rs, n) -> {
                    Object amount = rs.getObject("ration_amount");
                    String basis = rs.getString("ration_basis");
                    String skill = rs.getString("needs_skill");
                    return new Item(
                            rs.getString("code"),
                            rs.getString("name_vi"),
                            rs.getString("name_en"),
                            rs.getString("unit_vi"),
                            rs.getString("unit_en"),
                            rs.getString("units_en"),
                            rs.getString("one_en"),
                            rs.getString("many_en"),
                            rs.getDouble("mass_kg"),
                            rs.getDouble("volume_m3"),
                            Item.Category.valueOf(rs.getString("category").toUpperCase(Locale.ROOT)),
                            Item.LackGroup.valueOf(rs.getString("lack_group").toUpperCase(Locale.ROOT)),
                            (Double) amount,
                            basis == null ? null : Item.RationBasis.valueOf(basis.toUpperCase(Locale.ROOT)),
                            skill == null ? null : Skill.find(skill).orElseThrow(),
                            rs.getString("source"),
                            rs.getBoolean("retired"));
                })
                .list());
    }
}
