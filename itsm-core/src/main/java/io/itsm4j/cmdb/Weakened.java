package io.itsm4j.cmdb;

/**
 * A redundancy group that lost members and still has enough.
 *
 * @param ci the item that rests on it
 * @param group its name
 * @param left how many members are left
 * @param needed how many the item needs
 */
public record Weakened(String ci, String group, int left, int needed) {}
