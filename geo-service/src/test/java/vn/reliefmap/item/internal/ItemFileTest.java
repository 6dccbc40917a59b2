package vn.reliefmap.item.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.reliefmap.exchange.ListFiles;
import vn.reliefmap.item.AmountWords;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Skill;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.TestPostgis;
import vn.reliefmap.store.Topic;

class ItemFileTest {
    private static final String HEADER =
            "code,name_vi,name_en,unit_vi,unit_en,mass_kg,volume_m3,category,lack_group,ration_amount,ration_basis,source\n";
    private static final String RICE = "rice,Gạo,Rice,kg,kg,1,0.00125,food,rice,0.4,person_day,BNPB\n";
    private static final String CASH = "cash,Tiền mặt,Cash,đồng,VND,0,0,cash,cash,,,own estimate\n";

    private final DataSource database = TestPostgis.dataSource(TestPostgis.freshDatabase());
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Changes changes = new Changes(jdbc, event -> {}, true);
    private final PostgresItems items = new PostgresItems(jdbc);

    @TempDir
    Path folder = Path.of("target");

    @Test
    void theCatalogueOfTheProjectIsRichAndWellFormed() {
        ItemFile shipped = file(Path.of(System.getProperty("relief.root")).resolve("data"));
        assertThat(shipped.load()).isGreaterThanOrEqualTo(45);
        assertThat(shipped.load()).isZero();
        assertThat(changes.versions().get(Topic.ITEMS)).isEqualTo(1);

        List<Item> list = items.list();
        Set<Item.Category> categories = new HashSet<>();
        Set<Item.LackGroup> groups = new HashSet<>();
        list.forEach(i -> categories.add(i.category()));
        list.forEach(i -> groups.add(i.lackGroup()));
        assertThat(categories).containsExactlyInAnyOrder(Item.Category.values());
        assertThat(groups).containsExactlyInAnyOrder(Item.LackGroup.values());
        assertThat(items.get("rice").rationAmount()).isEqualTo(0.4);
        assertThat(items.get("drinking_water").rationAmount()).isEqualTo(2.5);
        assertThat(items.get("cash").massKg()).isZero();
        assertThat(list)
                .filteredOn(i -> i.needsSkill() == Skill.MEDIC)
                .extracting(Item::code)
                .containsExactly("first_aid_kit", "chronic_medicine");
        assertThat(list)
                .as("English counts its plurals by words of its own")
                .allSatisfy(i -> assertThat(i.unitsEn().equals(i.unitEn()))
                        .isEqualTo(Set.of("kg", "VND").contains(i.unitEn())))
                .allSatisfy(i -> assertThat(i.oneEn() != null || !i.unitEn().equals("piece"))
                        .isTrue());
        assertThat(AmountWords.en(items.get("blanket"), BigDecimal.valueOf(267)))
                .isEqualTo("267 blankets");
        assertThat(list).extracting(Item::code).contains("tarp", "seed_rice", "roofing_sheets", "life_jacket", "boat");
    }

    @Test
    void anItemGoneFromTheFileIsRetiredAndComesBackWithIt() throws IOException {
        write(HEADER + RICE + CASH);
        file(folder).load();
        write(HEADER + CASH);
        assertThat(file(folder).load()).isEqualTo(2);
        assertThat(items.list()).extracting(Item::code).containsExactly("cash");
        assertThat(items.get("rice").retired()).isTrue();
        write(HEADER + RICE + CASH);
        file(folder).load();
        assertThat(items.list()).extracting(Item::code).containsExactly("rice", "cash");
    }

    @Test
    void aBrokenFileNamesItsLineAndChangesNothing() throws IOException {
        write(HEADER + RICE);
        file(folder).load();
        broken(HEADER + CASH + RICE.replace("0.00125", "heavy"), "line 3", "volume_m3");
        broken(HEADER + RICE.replace(",food,", ",feed,"), "line 2", "house_repair");
        broken(HEADER + RICE.replace("person_day", ""), "line 2", "ration_basis");
        broken(HEADER + RICE + RICE, "line 3", "twice");
        broken(HEADER + RICE.replace("rice,", "Rice!,"), "line 2", "code");
        broken(HEADER + RICE.replace("BNPB", "BNPB, 2.8 kg"), "line 2", "too many cells");
        broken(HEADER.replace("volume_m3", "volume") + RICE, "volume_m3", "missing");
        broken(HEADER, "no item");
        broken(
                HEADER.replace("source", "source,needs_skill") + RICE.replace("BNPB", "BNPB,magic"),
                "line 2",
                "needs_skill",
                "medic");
        broken(
                HEADER.replace("source", "source,one_en,many_en") + RICE.replace("BNPB", "BNPB,grain,"),
                "line 2",
                "one_en and many_en");
        assertThat(items.list()).extracting(Item::code).containsExactly("rice");
        Files.delete(folder.resolve("items.csv"));
        assertThatThrownBy(() -> file(folder).load()).hasMessageContaining("CSV_NOT_FOUND");
        assertThatThrownBy(() -> items.get("unicorn")).hasMessageContaining("UNKNOWN_ITEM");
    }

    private void broken(String text, String... says) throws IOException {
        write(text);
        assertThatThrownBy(() -> file(folder).load())
                .hasMessageContaining("ITEMS_FILE")
                .hasMessageContainingAll(says);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("items.csv"), text);
    }

    private ItemFile file(Path data) {
        return new ItemFile(new ListFiles(), jdbc, new DataSourceTransactionManager(database), changes, items, data);
    }
}
