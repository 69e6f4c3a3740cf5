package org.dueregard.intake.reading;

import java.util.regex.Pattern;

/** What stands around a plan in the same document: an introduction, the law, who to ask. */
final class Surroundings {

    private static final Pattern HEADING = Pattern.compile(
            "(?i).*\\b(introduction|background|summary|purpose|recommendations?|conclusions?|appendix|annex|context|legal|glossary|foreword|contents|legislation|act \\(?20\\d\\d|equality act|public sector equality duty(?! (action|delivery|improvement|work)? ?(plan|tracker|programme))|general duty|specific duty|terms of reference|further information|contacts?|consultation|methodology|governance|next steps|future developments?|useful information|how we developed|about (us|this)|our borough|demographics?|equality impact|measuring progress|monitoring|key facts|vision|values|definitions?|acronyms)\\b.*");

    private Surroundings() {}

    /** Whether a heading says that what follows is no part of the plan. */
    static boolean isOne(String heading) {
        return HEADING.matcher(heading).matches();
    }
}
