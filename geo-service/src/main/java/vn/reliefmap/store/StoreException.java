package vn.reliefmap.store;

/** The database cannot be reached or started; the message is one line for the operator, Vietnamese then English. */
public final class StoreException extends RuntimeException {
    public StoreException(String vi, String en) {
        super(vi + " / " + en);
    }

    public StoreException(String vi, String en, Throwable cause) {
        super(vi + " / " + en, cause);
    }
}
