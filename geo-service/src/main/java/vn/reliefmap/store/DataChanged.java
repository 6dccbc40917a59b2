package vn.reliefmap.store;

/**
 * Published as a Spring application event, some time within two seconds after a change of another process or of our
 * own was committed. Rooms drop what they hold in memory of the topic.
 *
 * @param topic what changed
 * @param version grows with every change of the topic
 */
public record DataChanged(Topic topic, long version) {}
