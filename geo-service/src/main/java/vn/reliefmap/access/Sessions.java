package vn.reliefmap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Begins and ends a browser's session, for endpoints and for pages with forms. Problems as in {@link Passwords}. */
public interface Sessions {
    /** Signs in with name and password, and remembers the device. */
    Account signIn(String name, String password, HttpServletRequest request, HttpServletResponse response);

    /** Signs in with a token; a {@code TOKEN_UNKNOWN} problem (401) for one that opens nothing. */
    Account signIn(String token, HttpServletRequest request, HttpServletResponse response);

    /** Sets a new password by the present one and goes on signed in, here alone. */
    Account change(
            String name, String password, String newPassword, HttpServletRequest request, HttpServletResponse response);

    /** Sets a new password by a one-time code and signs in. */
    Account recover(
            String name, String code, String newPassword, HttpServletRequest request, HttpServletResponse response);

    /** Signs out; nothing happens for somebody who is not signed in. */
    void signOut(HttpServletRequest request);
}
