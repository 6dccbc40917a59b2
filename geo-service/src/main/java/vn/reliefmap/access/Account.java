package vn.reliefmap.access;

import java.io.Serializable;
import java.util.UUID;
import vn.reliefmap.kernel.Caller;

/**
 * Somebody who may sign in.
 *
 * @param name shown to the signed-in person
 * @param caller what the account may do
 */
public record Account(UUID id, String name, Caller caller) implements Serializable {}
