package vn.reliefmap.delivery.internal;

import java.util.UUID;

/**
 * What is remembered of an answer, for when its request comes again. The delivery itself is read again: where the team was may have
 * been taken out with a household.
 */
record KeptDelivery(UUID id) {}
