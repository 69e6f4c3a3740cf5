package org.dueregard.organisation.web;

import org.dueregard.organisation.model.EmailAddress;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;

/** Who somebody is, as typed. */
record PersonForm(String post, String email) {

    static final PersonForm EMPTY = new PersonForm("", "");

    private static final int LONGEST_POST = 200;

    static PersonForm of(String post, String email) {
        return new PersonForm(OneLine.of(post), OneLine.of(email));
    }

    /** The address, when it is one. */
    @Nullable
    EmailAddress address() {
        return EmailAddress.of(email).orElse(null);
    }

    void check(Sentences sentences, Problems problems) {
        if (post.isEmpty()) {
            problems.add("post", sentences.of("organisation.post.missing"));
        } else if (post.length() > LONGEST_POST) {
            problems.add("post", sentences.of("organisation.post.long", LONGEST_POST));
        }
        if (email.isEmpty()) {
            problems.add("email", sentences.of("organisation.email.missing"));
        } else if (address() == null) {
            problems.add("email", sentences.of("organisation.email.malformed"));
        }
    }
}
