package vn.reliefmap.delivery.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.household.DisasterPurged;
import vn.reliefmap.household.HouseholdErased;
import vn.reliefmap.photo.Photos;

/**
 * Throws photos of hand-overs away, and where the team was, when those who may be in them are taken out of the data; inside that
 * transaction.
 */
@Component
class ErasedTraces {
    private final JdbcClient jdbc;
    private final Photos photos;

    ErasedTraces(JdbcClient jdbc, Photos photos) {
        this.jdbc = jdbc;
        this.photos = photos;
    }

    @EventListener
    void onPurge(DisasterPurged purged) {
        erase(jdbc.sql("select id from delivery where disaster_id = ?")
                .param(purged.disaster().value())
                .query(UUID.class)
                .list());
    }

    /** Of all that were taken where the household was one of several, too: nobody knows who is in a picture. */
    @EventListener
    void onErasure(HouseholdErased erased) {
        erase(jdbc.sql("""
                        select distinct l.delivery_id from delivery_line l join need n on n.id = l.need_id
                        where n.household_id = ?""").param(erased.household().value()).query(UUID.class).list());
    }

    private void erase(List<UUID> deliveries) {
        deliveries.forEach(delivery -> photos.erase(Photos.Of.DELIVERY, delivery));
        jdbc.sql("update delivery set near = null where id = any(?) and near is not null")
                .param(deliveries.toArray(UUID[]::new))
                .update();
    }
}
