package vn.reliefmap.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which roles may call an endpoint. EVERYONE asks for no sign-in; the administrator may always. An endpoint without
 * it is closed to everyone, and a test names it. What a role may do to a single object, the endpoint asks of the access
 * room's rights.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {
    Caller[] value();
}
