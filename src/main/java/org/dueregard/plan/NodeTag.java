package org.dueregard.plan;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Whom or what a node is about. */
@Embeddable
public record NodeTag(@Enumerated(EnumType.STRING) Scheme scheme, String tag) {

    /** The lists that tags come from. */
    public enum Scheme {

        /** One of the nine of the Equality Act 2010. */
        CHARACTERISTIC,

        /** One of the three aims of the equality duty. */
        AIM,

        /** One of the organisation's own groups. */
        GROUP
    }
}
