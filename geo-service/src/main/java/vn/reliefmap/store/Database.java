package vn.reliefmap.store;

/**
 * How to reach the database, in two roles.
 *
 * @param url JDBC address, {@code jdbc:postgresql://host:port/name}
 * @param ownerUser role that owns the tables; used for migrations alone
 * @param appUser role of the running program; owns no table
 */
public record Database(String url, String ownerUser, String ownerPassword, String appUser, String appPassword) {

    /** Without the passwords, so that it may stand in a log. */
    @Override
    public String toString() {
        return url + " as " + appUser + " (owner " + ownerUser + ")";
    }
}
