package org.dueregard.indicator;

/**
 * The two groups whose difference a gap indicator is: the better-off group's figure minus the other's.
 *
 * @param betterOff such as {@code other pupils}
 * @param other the group that the indicator is about, such as {@code pupil premium}
 */
public record GapGroups(String betterOff, String other) {}
