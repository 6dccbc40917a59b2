package vn.reliefmap.routing.internal;

import java.time.Instant;
import java.util.List;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.DisasterId;

/** The water that a test has drawn last; one step at its own time. */
final class TestWaters implements Waters {
    private volatile WaterPicture picture = DrawnWater.nothing();

    void draw(WaterPicture next) {
        picture = next;
    }

    @Override
    public List<WaterStep> steps(DisasterId disaster) {
        return List.of(new WaterStep(picture.at(), false));
    }

    @Override
    public WaterPicture picture(DisasterId disaster, Instant at) {
        return picture;
    }
}
