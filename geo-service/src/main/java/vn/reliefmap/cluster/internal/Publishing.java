package vn.reliefmap.cluster.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.cluster.Publications;
import vn.reliefmap.cluster.internal.PublishedTable.NewCell;
import vn.reliefmap.cluster.internal.PublishedTable.Waiting;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/**
 * Publishes the needs of a disaster, which {@link PublishingTimes} asks for at fixed times. Two rules keep two publications from being subtracted. Households are published for the first time at least five at a time, in cells of
 * their own that never change hands; and a cell is told again only when at least five of its households have changed. So
 * every difference of published sums, of whatever areas and times, speaks of at least five households. Medicine is published by
 * {@link PublishedHealth}, for ten.
 */
@Component
class Publishing implements Publications {
    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);
    /** About 50 m. */
    private static final double STEPS_PER_DEGREE = 2000;

    private final PublishedTable table;
    private final PublishedHealth health;
    private final Changes changes;
    private final TransactionTemplate oneMoment;
    private final int least;

    Publishing(
            PublishedTable table,
            PublishedHealth health,
            Changes changes,
            DataSource dataSource,
            @Value("${relief.privacy.least-households:5}") int leastHouseholds) {
        this.table = table;
        this.health = health;
        this.changes = changes;
        this.least = leastHouseholds;
        oneMoment = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Publishes one disaster in one transaction, and has other rooms publish what they hold of households. */
    @Override
    public void publish(DisasterId disaster) {
        oneMoment.executeWithoutResult(status -> {
            if (!table.lookAt(disaster)) {
                return;
            }
            int again = table.tellAgain(disaster, least);
            table.tellPromises(disaster, least);
            List<NewCell> cells = cells(table.waiting(disaster));
            table.add(disaster, cells);
            health.join(disaster);
            health.tell(disaster);
            changes.announce(Topic.PUBLISHED);
            LOG.info("Published needs: {} cells again, {} new", again, cells.size());
        });
    }

    /** Cells of at least five, none of them across communes; where fewer wait in a commune, they wait on. */
    private List<NewCell> cells(List<Waiting> waiting) {
        NeedColumns columns = new NeedColumns();
        Map<String, Integer> communes = new HashMap<>();
        for (Waiting home : waiting) {
            columns.addHousehold(home.id(), home.lon(), home.lat(), home.people(), 0, commune(home, communes, columns));
        }
        List<CommuneGroups.Group> groups = CommuneGroups.alone(columns, least);
        if (groups.isEmpty()) {
            return List.of();
        }
        List<NewCell> cells = new ArrayList<>();
        Cut.Cells cut = Cut.cells(columns, groups, least);
        addLeaves(cut.root, cut.order, waiting, cells);
        return cells;
    }

    private static int commune(Waiting home, Map<String, Integer> known, NeedColumns columns) {
        String code = home.adminCode();
        if (code == null) {
            return -1;
        }
        return known.computeIfAbsent(code, c -> {
            columns.communes.add(new NeedColumns.Commune(c, c));
            return columns.communes.size() - 1;
        });
    }

    private static void addLeaves(@Nullable Cut cut, int[] order, List<Waiting> waiting, List<NewCell> cells) {
        Cut here = Objects.requireNonNull(cut);
        if (here.first != null) {
            addLeaves(here.first, order, waiting, cells);
            addLeaves(here.second, order, waiting, cells);
            return;
        }
        List<Waiting> homes = new ArrayList<>();
        double lon = 0;
        double lat = 0;
        for (int i = here.from; i < here.to; i++) {
            Waiting home = waiting.get(order[i]);
            homes.add(home);
            lon += home.lon();
            lat += home.lat();
        }
        cells.add(new NewCell(rounded(lon / homes.size()), rounded(lat / homes.size()), homes));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
    }
}
