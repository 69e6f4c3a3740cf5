package org.dueregard.reporting.web;

import java.util.EnumMap;
import java.util.Map;
import org.dueregard.indicator.Status;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.read.Sheet;

/** How many of a return's items say what. */
record Tally(int items, Map<Status, Integer> statuses, int notDue, int noUpdate) {

    static Tally of(Sheet sheet) {
        Map<Status, Integer> statuses = new EnumMap<>(Status.class);
        int notDue = 0;
        int noUpdate = 0;
        for (Sheet.Item item : sheet.items()) {
            Choice choice = item.words().choice();
            if (choice == Choice.NOT_DUE) {
                notDue++;
            } else if (choice == Choice.NO_UPDATE) {
                noUpdate++;
            } else if (item.reading().assessment() != null) {
                statuses.merge(item.reading().assessment().status(), 1, Integer::sum);
            }
        }
        return new Tally(sheet.items().size(), statuses, notDue, noUpdate);
    }

    public int complete() {
        return statuses.getOrDefault(Status.COMPLETE, 0);
    }

    public int onTrack() {
        return statuses.getOrDefault(Status.ON_TRACK, 0);
    }

    public int atRisk() {
        return statuses.getOrDefault(Status.AT_RISK, 0);
    }

    public int offTrack() {
        return statuses.getOrDefault(Status.OFF_TRACK, 0);
    }

    public int notRated() {
        return statuses.getOrDefault(Status.NOT_RATED, 0);
    }
}
