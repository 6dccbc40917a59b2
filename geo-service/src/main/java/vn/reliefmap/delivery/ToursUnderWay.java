package vn.reliefmap.delivery;

import java.util.List;
import vn.reliefmap.kernel.DisasterId;

/** The front door to tours that teams have taken on: where each is, as far as hand-overs tell. Thread-safe. */
public interface ToursUnderWay {
    /** Those with a living claim, by the hour at which they begin. */
    List<TourUnderWay> of(DisasterId disaster);
}
