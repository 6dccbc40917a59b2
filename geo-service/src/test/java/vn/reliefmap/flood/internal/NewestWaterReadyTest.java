package vn.reliefmap.flood.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.reliefmap.flood.FloodWorld.box;
import static vn.reliefmap.flood.FloodWorld.options;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.flood.FloodWorld;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.store.Topic;

class NewestWaterReadyTest {
    @Test
    void afterAChangeTheNewestPictureOfWhatWasAskedForIsMerged(@TempDir Path folder) throws Exception {
        try (FloodWorld world = new FloodWorld()) {
            DisasterId asked = world.disaster("có người xem", true);
            DisasterId other = world.disaster("không ai xem", true);
            world.load(
                    folder, options(asked, "2020-10-18T06:00:00Z"), box("\"depth_m\":0.4", 107.0, 16.6, 107.1, 16.7));
            ObservedWaters waters = world.bean(ObservedWaters.class);
            CachedDrawing drawing = world.bean(CachedDrawing.class);
            waters.picture(asked, Instant.parse("2020-10-18T06:00:00Z"));
            world.load(
                    folder, options(asked, "2020-10-18T07:00:00Z"), box("\"depth_m\":0.6", 107.0, 16.6, 107.1, 16.7));
            world.load(
                    folder, options(other, "2020-10-18T07:00:00Z"), box("\"depth_m\":0.6", 107.0, 16.6, 107.1, 16.7));
            world.changed(Topic.WATER);
            world.bean(NewestWaterReady.class).last().get(60, TimeUnit.SECONDS);
            assertThat(drawing.isReady(waters.merged(asked, Instant.parse("2020-10-18T07:00:00Z"))))
                    .isTrue();
            assertThat(drawing.isReady(waters.merged(asked, Instant.parse("2020-10-18T06:00:00Z"))))
                    .isFalse();
            assertThat(drawing.isReady(waters.merged(other, Instant.parse("2020-10-18T07:00:00Z"))))
                    .isFalse();
        }
    }
}
