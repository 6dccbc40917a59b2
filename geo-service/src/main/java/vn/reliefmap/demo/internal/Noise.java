package vn.reliefmap.demo.internal;

/** Smooth seeded noise over the plane: hills and hollows of one size. Thread-safe, immutable. */
record Noise(long seed, double wavelengthM) {

    /** −1 to 1, smooth, at a place in plane metres. */
    double at(double x, double y) {
        double u = x / wavelengthM;
        double v = y / wavelengthM;
        double i = Math.floor(u);
        double j = Math.floor(v);
        double s = smooth(u - i);
        double t = smooth(v - j);
        double low = mixed(lattice(i, j), lattice(i + 1, j), s);
        double high = mixed(lattice(i, j + 1), lattice(i + 1, j + 1), s);
        return mixed(low, high, t);
    }

    private double lattice(double i, double j) {
        return 2 * Chance.at(seed, (long) i, (long) j) - 1;
    }

    private static double smooth(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static double mixed(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
