package org.dueregard.plan;

/** Exactly the nine of the Equality Act 2010, section 4, in its terms. */
public enum ProtectedCharacteristic {
    AGE("age"),
    DISABILITY("disability"),
    GENDER_REASSIGNMENT("gender reassignment"),
    MARRIAGE_AND_CIVIL_PARTNERSHIP("marriage and civil partnership"),
    PREGNANCY_AND_MATERNITY("pregnancy and maternity"),
    RACE("race"),
    RELIGION_OR_BELIEF("religion or belief"),
    SEX("sex"),
    SEXUAL_ORIENTATION("sexual orientation");

    private final String term;

    ProtectedCharacteristic(String term) {
        this.term = term;
    }

    /** The Act's own term. */
    public String term() {
        return term;
    }
}
