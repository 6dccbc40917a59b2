package vn.reliefmap.plan.internal.making;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import vn.reliefmap.geo.LonLat;

/**
 * When the sun rises and sets at a place: "General Solar Position Calculations", NOAA Global Monitoring Division. Good to a few
 * minutes between the polar circles; hills are not looked at.
 */
record Sun(Instant rises, Instant sets) {
    /** Middle of the sun, with refraction and half its disc, below the horizon. */
    private static final double ZENITH = Math.toRadians(90.833);

    static Sun at(LonLat place, LocalDate date) {
        double gamma = 2 * Math.PI / date.lengthOfYear() * (date.getDayOfYear() - 1);
        double equationOfTimeMin = 229.18
                * (0.000075
                        + 0.001868 * Math.cos(gamma)
                        - 0.032077 * Math.sin(gamma)
                        - 0.014615 * Math.cos(2 * gamma)
                        - 0.040849 * Math.sin(2 * gamma));
        double declination = 0.006918
                - 0.399912 * Math.cos(gamma)
                + 0.070257 * Math.sin(gamma)
                - 0.006758 * Math.cos(2 * gamma)
                + 0.000907 * Math.sin(2 * gamma)
                - 0.002697 * Math.cos(3 * gamma)
                + 0.00148 * Math.sin(3 * gamma);
        double lat = Math.toRadians(place.lat());
        double cosine =
                Math.cos(ZENITH) / (Math.cos(lat) * Math.cos(declination)) - Math.tan(lat) * Math.tan(declination);
        double hourAngle = Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
        double noonMin = 720 - 4 * place.lon() - equationOfTimeMin;
        return new Sun(moment(date, noonMin - 4 * hourAngle), moment(date, noonMin + 4 * hourAngle));
    }

    private static Instant moment(LocalDate date, double minutesUtc) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(Math.round(minutesUtc * 60));
    }
}
