package vn.reliefmap.routing.internal;

import java.time.Instant;
import java.util.List;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.DisasterId;

/** The water that a test has drawn last: one step for each picture, at its own time. */
final class TestWaters implements Waters {
    private volatile List<WaterPicture> pictures = List.of(DrawnWater.nothing());

    /** @param next oldest first, at least one */
    void draw(WaterPicture... next) {
        pictures = List.of(next);
    }

    @Override
    public List<WaterStep> steps(DisasterId disaster) {
        return pictures.stream()
                .map(picture -> new WaterStep(picture.at(), picture.forecast()))
                .toList();
    }

    @Override
    public WaterPicture picture(DisasterId disaster, Instant at) {
        List<WaterPicture> known = pictures;
        WaterPicture inForce = known.get(0);
        for (WaterPicture picture : known) {
            inForce = picture.at().isAfter(at) ? inForce : picture;
        }
        return inForce;
    }
}
