package vn.reliefmap.message.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.reliefmap.item.Items;
import vn.reliefmap.message.GoodsWords;
import vn.reliefmap.message.internal.form.GoodsForm;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/** Reads goods by the catalogue as it is now. */
@Component
class CatalogueGoodsWords implements GoodsWords {
    private final Items items;
    private volatile @Nullable GoodsForm form;

    CatalogueGoodsWords(Items items) {
        this.items = items;
    }

    @Override
    public Goods read(String text) {
        GoodsForm known = form;
        if (known == null) {
            known = new GoodsForm(items.list());
            form = known;
        }
        return known.read(text);
    }

    @EventListener
    void changed(DataChanged change) {
        if (change.topic() == Topic.ITEMS) {
            form = null;
        }
    }
}
