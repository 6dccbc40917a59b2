package vn.reliefmap.demo.internal;

/**
 * Chance that repeats: the same seed and key give the same row of numbers on every machine and Java version (splitmix64).
 * Not thread-safe.
 */
final class Chance {
    private long state;

    private Chance(long state) {
        this.state = state;
    }

    static Chance of(long seed) {
        return new Chance(seed);
    }

    /** A row of its own for each key, so that a new place does not change what happens to the others. */
    static Chance of(long seed, String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        return new Chance(mix(seed * 0x9e3779b97f4a7c15L) ^ mix(hash));
    }

    /** A number for a lattice point, 0 to 1: the same whenever it is asked. */
    static double at(long seed, long i, long j) {
        long bits = mix(mix(mix(seed) ^ (i * 0x9e3779b97f4a7c15L)) ^ (j * 0xc2b2ae3d27d4eb4fL));
        return (bits >>> 11) * 0x1.0p-53;
    }

    /** 0 (inclusive) to 1 (exclusive). */
    double next() {
        state += 0x9e3779b97f4a7c15L;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * next();
    }

    /** 0 to {@code bound} − 1. */
    int below(int bound) {
        return (int) (next() * bound);
    }

    boolean happens(double probability) {
        return next() < probability;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
