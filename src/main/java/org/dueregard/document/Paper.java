package org.dueregard.document;

import java.util.List;

/**
 * Something to hand out: the same on a page, as PDF and in Word.
 *
 * @param file what its files are called
 * @param above stands above the title: whose paper it is
 * @param below stands below the title: when and what about
 */
public record Paper(String file, String title, String above, String below, List<Block> blocks) {}
