package vn.reliefmap.exposure;

/**
 * How many stand somewhere.
 *
 * @param households 0 or more
 * @param people in these households
 * @param vulnerablePeople among these people
 */
public record Count(long households, long people, long vulnerablePeople) {
    public static final Count NONE = new Count(0, 0, 0);

    public Count plus(Count other) {
        return new Count(
                households + other.households, people + other.people, vulnerablePeople + other.vulnerablePeople);
    }
}
