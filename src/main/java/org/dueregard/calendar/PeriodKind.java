package org.dueregard.calendar;

/** The sorts of period that figures and targets are about. One plan mixes them. */
public enum PeriodKind {

    /** As at one day, such as {@code 31 March 2015}. */
    DATE,

    /** A calendar month, such as {@code November 2014}. */
    MONTH,

    /** A quarter of the financial year, such as {@code Quarter 3 2014/15}: October to December 2014. */
    QUARTER,

    /** A school term, such as {@code Summer term 2015}; its days are the council's own. */
    TERM,

    /** January to December. */
    CALENDAR_YEAR,

    /** April to March, such as {@code 2014/15}. */
    FINANCIAL_YEAR,

    /** September to August, such as {@code 2013/14 academic year}. */
    ACADEMIC_YEAR,

    /** Several calendar years taken together, such as {@code 2015-17}. */
    POOLED_CALENDAR_YEARS,

    /** Several financial years taken together, such as {@code 2012/13-2014/15}. */
    POOLED_FINANCIAL_YEARS,

    /** Several academic years taken together, such as {@code 2012/13-2014/15 academic years}. */
    POOLED_ACADEMIC_YEARS;

    /** Whether this is one year of any sort. Years of different sorts are never the same period. */
    public boolean isYear() {
        return this == CALENDAR_YEAR || this == FINANCIAL_YEAR || this == ACADEMIC_YEAR;
    }

    /** Whether several years are taken together. */
    public boolean isPooled() {
        return this == POOLED_CALENDAR_YEARS || this == POOLED_FINANCIAL_YEARS || this == POOLED_ACADEMIC_YEARS;
    }
}
