package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.document.read.Table;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/** What the paragraphs of a document say: headings that begin something, labels with their words, and lists under them. */
final class RunningText {

    /** {@code Over the life of this strategy we will:} is no activity itself. */
    private static final Pattern LEADS_IN = Pattern.compile(
            "(?is).*\\b(we (will|shall|are going to|plan to|intend to|aim to|have agreed to|want to)|actions?( are| include)?|following|as follows|includes?|are)\\s*:$");

    private static final Pattern AIM = Pattern.compile("(?i)((our|the|overall|main|key) )*(aims?|ambitions?|goals?)");

    private static final Pattern REPORT_ON = Pattern.compile(
            "(?i)((our|key) )?(progress|achievements?|successes|what we (have )?(did|done|achieved)|how we did|review of (progress|the year|20\\d\\d))\\b(?!.*\\b(report|plan)\\b).*");

    private static final Pattern DEEDS =
            Pattern.compile("(?i)\\W*((our|key|the|what) ){0,3}(actions|activities|steps|tasks)\\W*");

    private static final Pattern SUCCESS = Pattern.compile("(?i).*\\b(good looks?|success)\\b.*");

    private static final Pattern MEASURE = Pattern.compile("(?i).*\\bmeasure(s|d)?\\b.*");

    /** Under {@code Target:}, how it is to be, without a figure. */
    private static final Pattern WISH =
            Pattern.compile("(?i)to (see|ensure|make sure|narrow|bring|improve|promote)\\b[^\\d]*");

    private static final Pattern COUNTING = Pattern.compile("(?is).*\\b(number|percentage|proportion|rate) of\\b.*");

    /** Words that still are the name of something, and no explanation. */
    private static final int LONGEST_NAMED = 80;

    /** Words from which a target says as well what is measured. */
    private static final int FULL_TARGET = 4;

    private final NeutralDocument document;
    private final Corrections corrections;
    private final Tables tables;
    private final Headings headings;
    private final Ground ground;

    /** What paragraphs say until the next heading; null where nothing said it. */
    private @Nullable Role label;

    /** The heading that is the label; null where the label stands before its words. */
    private @Nullable Snippet labelled;

    /** How high that heading is. */
    private int labelLevel;

    private @Nullable Growing listed;

    /** By when what the list names is done, as the words before the list say; null where they do not. */
    private @Nullable Value ledInBy;

    /** What the label before named to be done. */
    private final List<Growing> deedsOfLabel = new ArrayList<>();

    /** What the labels before in the same paragraph measure. */
    private List<Growing> measuredBefore = List.of();

    /** Whether something was spoken of again, to report on it. */
    private boolean reporting;

    /** The level of the heading under which everything is reported on: {@code 4. Progress in 2025/26}; 0 for none. */
    private int reportLevel;

    /** The activity that a label named, and that the labels after it speak of. */
    private @Nullable Growing acted;

    /** What a heading gave a number only; null for nothing. */
    private @Nullable Growing untitled;

    /** What was named in the words just before, which may go on with it; null for nothing. */
    private @Nullable Growing named;

    /** The activity of which the list after a label has the steps; null for none. */
    private @Nullable Growing stepped;

    private String stepsLabel = "";

    /** Of what the next words say is done; null for none. */
    private @Nullable String deedNumber;

    private final MeasuresInText measures;
    private final UnlabelledOutcomes outcomes;
    private final DeedsAhead deedsAhead;

    /** What the sheet itself begins; null for nothing. */
    private @Nullable Growing ofSheet;

    RunningText(NeutralDocument document, Corrections corrections, Tables tables, Headings headings, Ground ground) {
        this.document = document;
        this.corrections = corrections;
        this.tables = tables;
        this.headings = headings;
        this.ground = ground;
        this.measures = new MeasuresInText(headings.outline());
        this.outcomes = new UnlabelledOutcomes(headings, tables);
        this.deedsAhead = new DeedsAhead(headings);
    }

    /** @param node what the sheet itself begins; null for nothing */
    void onSheet(@Nullable Growing node) {
        ofSheet = node;
    }

    /** A table ends what a label said of the paragraphs after it. */
    void endAtTable() {
        says(null);
        untitled = null;
        named = null;
    }

    /** Whether something was spoken of again, to report on it. */
    boolean isReporting() {
        return reporting;
    }

    /** Names what a heading only counted; whether there is such. */
    boolean call(Snippet name) {
        Growing counted = untitled;
        if (counted == null) {
            return false;
        }
        counted.called(name);
        named = counted.kind == NodeKind.ACTIVITY ? counted : null;
        untitled = null;
        return true;
    }

    /** After the last paragraph. */
    void end() {
        outcomes.tell(ground.all());
    }

    void paragraph(int block, Paragraph paragraph) {
        Spot spot = Spot.block(block);
        Snippet words = Snippet.of(paragraph.line(), spot);
        Role told = corrections.level(spot);
        Role begins = told != null ? told : headings.level(block);
        if (told == Role.OTHER) {
            ground.because(spot, Unplaced.Why.LEFT_OUT);
        } else if (told == null && headings.isTitle(block)) {
            call(words);
        } else if (begins != null && begins.leads()) {
            begin(block, begins, words, told != null ? Certainty.CONFIRMED : headings.certainty(block));
        } else if (numbersDeed(block)) {
            says(Role.ACTIVITY);
            deedNumber = Labelled.number(words.text()).orElse(null);
            acted = null;
            ground.structure.add(spot);
        } else if (isNumberedDeed(words)) {
            says(Role.ACTIVITY);
            place(Role.ACTIVITY, words, "", Certainty.LIKELY);
            acted = listed;
        } else if (headings.outline().isHeading(block)) {
            heading(paragraph, words);
        } else if (listed != null && headings.outline().isDayBelow(block)) {
            listed.add(value(Role.DEADLINE, words, "", Certainty.LIKELY));
        } else if (isFootnote(block)) {
            ground.because(spot, Unplaced.Why.REMARK);
        } else if (!labelled(words)) {
            plain(words);
        }
    }

    /** One star below a table explains it; several are a list. */
    private boolean isFootnote(int block) {
        return block > 0
                && isStarred(block)
                && document.blocks().get(block - 1) instanceof Table
                && !isStarred(block + 1);
    }

    private boolean isStarred(int block) {
        return block < document.blocks().size()
                && document.blocks().get(block) instanceof Paragraph paragraph
                && paragraph.text().strip().startsWith("*");
    }

    private void begin(int block, Role role, Snippet words, Certainty certainty) {
        int level = document.blocks().get(block) instanceof Paragraph one
                ? one.heading().level()
                : 0;
        boolean title = untitled != null
                && level > untitled.headingLevel
                && certainty != Certainty.CONFIRMED
                && headings.label(block).isEmpty();
        if (title) {
            plain(words);
            return;
        }
        Growing node =
                Growing.begun(Growing.kind(role), words, headings.label(block).orElse(null), certainty);
        node.headingLevel = level > 0 ? level : Ground.BY_ITSELF;
        says(null);
        reportLevel = reportLevel >= node.headingLevel ? 0 : reportLevel;
        reporting = reportLevel > 0;
        untitled = node.title.isBlank() && !node.reference.isEmpty() ? node : null;
        Growing again = node.kind == NodeKind.OBJECTIVE && !node.reference.isEmpty() && !node.title.isBlank()
                ? ground.goOn(node, words)
                : null;
        Growing known = again == null && node.kind != NodeKind.ACTIVITY
                ? ground.named(ground.above(node.kind), node.kind, words.printed())
                : null;
        if (node.kind == NodeKind.ACTIVITY) {
            ground.under(ground.deepest()).add(node);
            acted = node;
        } else if (known != null && known.headingLevel == node.headingLevel) {
            known.titleFrom = known.titleFrom.alsoAt(words.spots());
            ground.reopen(known);
            acted = null;
        } else if (again != null) {
            again.headingLevel = node.headingLevel;
            acted = null;
        } else {
            ground.hang(node);
            acted = null;
        }
    }

    private void says(@Nullable Role role) {
        labelled = null;
        stepped = null;
        named = null;
        ledInBy = null;
        deedNumber = null;
        label = role;
        listed = null;
    }

    private void heading(Paragraph paragraph, Snippet words) {
        Spot spot = words.spots().get(0);
        int level = paragraph.heading().level();
        boolean under = acted != null && acted.headingLevel > 0 && acted.headingLevel < level;
        acted = under ? acted : null;
        reportLevel = level <= reportLevel ? 0 : reportLevel;
        String title = Reference.in(words.text()).map(Reference::rest).orElse(words.text());
        if (reportLevel == 0 && REPORT_ON.matcher(title).matches() && !ground.isUnder(level)) {
            reportLevel = level;
        }
        Optional<HeadingWords.Meaning> meaning = HeadingWords.ofLabel(title);
        if (ground.isOpen() && !ground.isAllUnder(level) && meaning.isPresent()) {
            if (saysSteps(meaning.get().role(), words)) {
                return;
            }
            if (deedsOfLabel.size() == 1 && isPlural()) {
                acted = underItsHead(deedsOfLabel.get(0), labelLevel - 1);
            }
            deedsOfLabel.clear();
            says(meaning.get().role());
            labelled = words;
            labelLevel = level;
            ground.because(spot, Unplaced.Why.AROUND);
            return;
        }
        Growing known = ground.mostLike(
                node -> node.headingLevel == 0 || reporting ? Likeness.of(node.title, words.text()) : 0, 0.7);
        if (known != null) {
            ground.close();
            ground.reopen(known);
            known.headingLevel = level;
            ground.structure.add(spot);
            says(Role.UPDATE);
            reporting = true;
        } else if (ground.isUnder(level) && reporting) {
            says(Role.UPDATE);
            place(Role.UPDATE, words, "", Certainty.LIKELY);
        } else {
            ground.endRows();
            if (!ground.isUnder(level)) {
                ground.closeFrom(level);
                if (ofSheet != null) {
                    ground.reopen(ofSheet);
                }
                reporting = false;
            }
            says(null);
        }
    }

    /** {@code Intended outcome: …}, or only {@code Activities:} before a list of them. */
    private boolean labelled(Snippet words) {
        List<Labelled> all = ground.isOpen() ? Labelled.in(words.text()) : List.of();
        boolean listed = words.depth() > 0 && all.size() == 1 && acted == null;
        if (all.isEmpty() || listed && all.get(0).role() != Role.ACTIVITY) {
            return false;
        }
        untitled = null;
        named = null;
        boolean aimed = all.stream().anyMatch(one -> one.role() == Role.TARGET);
        for (Labelled one : all) {
            labelled(one, words, aimed);
        }
        measuredBefore = List.of();
        return true;
    }

    /** @param aimed whether a target has a label of its own among them */
    private void labelled(Labelled one, Snippet words, boolean aimed) {
        if (one.words().isBlank() && saysSteps(one.role(), words)) {
            return;
        }
        boolean named = one.role() == Role.ACTIVITY;
        acted = named ? null : acted;
        says(one.role());
        if (one.words().isBlank()) {
            boolean leads = one.role() == Role.ACTIVITY || one.role() == Role.INDICATOR;
            labelled = leads ? null : words;
            if (leads) {
                ground.structure.add(words.spots().get(0));
            } else {
                ground.because(words.spots().get(0), Unplaced.Why.AROUND);
            }
            return;
        }
        place(one.role(), words.saying(one.words()).unlisted(), one.label(), Certainty.CERTAIN, !aimed);
        acted = named ? listed : acted;
    }

    /** {@code 2) What we need to do}, with what that is in the words below. */
    private Growing underItsHead(Growing activity, int level) {
        Snippet head = Objects.requireNonNull(labelled);
        activity.headingLevel = level;
        Reference.in(head.text()).map(Reference::reference).ifPresent(activity::referTo);
        activity.titleFrom = activity.titleFrom.under(head.text());
        ground.structure.addAll(head.spots());
        return activity;
    }

    /** {@code Milestones} of an activity, where it has {@code Measures} as well, are its steps; whether the label says so. */
    private boolean saysSteps(Role role, Snippet words) {
        Growing of = acted;
        if (of == null
                || role != Role.INDICATOR
                || !measures.areBesideMilestones()
                || !MeasuresInText.areMilestones(words.text())) {
            return false;
        }
        says(Role.ACTIVITY);
        stepped = of;
        stepsLabel = words.text();
        ground.structure.add(words.spots().get(0));
        return true;
    }

    private void plain(Snippet words) {
        // the number stands in the heading and what it is in the words after it
        if (call(words)) {
            return;
        }
        if (named != null
                && !words.inList()
                && ColumnLook.count(named.title) + ColumnLook.count(words.text()) <= LONGEST_NAMED) {
            named.goOn(words);
            return;
        }
        named = null;
        Value day = words.inList() ? null : LeadIn.day(words);
        if (ground.isOpen()
                && !words.inList()
                && (day != null || LEADS_IN.matcher(words.text()).matches())) {
            ground.because(words.spots().get(0), Unplaced.Why.AROUND);
            says(Role.ACTIVITY);
            ledInBy = day;
            return;
        }
        if (words.inList() && label == null && !reporting && ground.isOpen() && deedsAhead.of(words)) {
            ground.because(words.spots().get(0), Unplaced.Why.UNCLEAR);
            return;
        }
        boolean footnote = words.text().startsWith("*");
        if (isNoteOnTable(words)) {
            ground.because(words.spots().get(0), Unplaced.Why.REMARK);
            return;
        }
        if (label != null && Labelled.isBrief(label) && Labelled.isUnknown(words.text())) {
            ground.because(words.spots().get(0), Unplaced.Why.UNCLEAR);
            says(null);
            return;
        }
        if (ground.isOpen() && !footnote && (label != null || reporting || words.inList())) {
            boolean headed = label == Role.ACTIVITY && labelled != null && !words.inList();
            place(label, words, "", label == null ? Certainty.LIKELY : Certainty.CERTAIN);
            if (headed && listed != null) {
                acted = underItsHead(listed, labelLevel);
            }
        } else if (ground.isOpen()) {
            ground.because(words.spots().get(0), footnote ? Unplaced.Why.REMARK : Unplaced.Why.AROUND);
            if (!footnote) {
                outcomes.note(words, ground.deepest());
            }
        }
    }

    /** A sentence under {@code Indicators}, right before the table that has them. */
    private boolean isNoteOnTable(Snippet words) {
        int next = words.spots().get(0).block() + 1;
        return (label == Role.INDICATOR || label == Role.ACTIVITY)
                && !words.inList()
                && words.text().endsWith(".")
                && next < document.blocks().size()
                && tables.at(next).stream().anyMatch(PlanTable::isOfPlan);
    }

    /** {@code Action 1.1} alone, with what is done in the words below it. */
    private boolean numbersDeed(int block) {
        int next = block + 1;
        return ground.isOpen()
                && !headings.outline().isHeading(block)
                && Labelled.number(headings.outline().text(block)).isPresent()
                && next < headings.outline().size()
                && !headings.outline().isHeading(next)
                && !headings.outline().text(next).isBlank();
    }

    /** {@code 1.1 Commission a programme}, with who does it and by when in the paragraphs after it. */
    private boolean isNumberedDeed(Snippet words) {
        int next = words.spots().get(0).block() + 1;
        boolean numbered = Reference.in(words.printed())
                .filter(reference -> reference.depth() > 1 && !reference.rest().isEmpty())
                .isPresent();
        boolean labelled = next < document.blocks().size()
                && document.blocks().get(next) instanceof Paragraph paragraph
                && Labelled.in(paragraph.text()).stream()
                        .anyMatch(one -> !one.role().leads());
        return ground.isOpen() && numbered && (labelled || OwnerAndDay.isTold(words.text()));
    }

    private void place(@Nullable Role role, Snippet words, String heading, Certainty certainty) {
        place(role, words, heading, certainty, true);
    }

    /**
     * Says of the node that is open what a paragraph says.
     *
     * @param free whether a target stands, if anywhere, in the words of what is measured
     */
    private void place(@Nullable Role role, Snippet words, String heading, Certainty certainty, boolean free) {
        Growing above = ground.deepest();
        Role told = role != null ? role : reporting ? Role.UPDATE : Role.ACTIVITY;
        if (above == null) {
            return;
        }
        boolean aimed =
                told == Role.OUTCOME && words.inList() && (MeasureCell.isAimed(words.text()) || measures.areOutcomes())
                        || told == Role.TARGET
                                && acted == null
                                && ColumnLook.count(words.text()) >= FULL_TARGET
                                && !WISH.matcher(words.text()).matches();
        boolean level = told == Role.OUTCOME
                && acted != null
                && !words.inList()
                && MeasureCell.isMeasured(words.text(), measures.haveLabel());
        // what success looks like, in a sentence and not in figures
        boolean wanted = told == Role.INDICATOR
                && acted == null
                && !words.inList()
                && SUCCESS.matcher(heading).matches()
                && words.text().chars().noneMatch(Character::isDigit)
                && !MeasureCell.isAgainstComparator(words.text())
                && !COUNTING.matcher(words.text()).matches();
        boolean state = told == Role.INDICATOR
                && !words.inList()
                && labelled != null
                && SUCCESS.matcher(labelled.text()).matches()
                && !MEASURE.matcher(labelled.text()).matches()
                && MeasureCell.isState(words.text())
                && !MeasureCell.promises(words.text())
                && !ColumnLook.isMeasuring(words.text());
        // more than a colour is a report, and what comes next is the end of one
        boolean reported = told == Role.STATUS && !ColumnLook.isColour(words.text())
                || told == Role.OTHER && endsReport(heading, acted == null ? above : acted);
        boolean wish = told == Role.TARGET
                && acted == null
                && WISH.matcher(words.text()).matches();
        Role said = aimed || level
                ? Role.INDICATOR
                : wanted || state || wish ? Role.OUTCOME : reported ? Role.UPDATE : told;
        switch (said) {
            case ACTIVITY -> activity(above, words, certainty, role != null);
            case INDICATOR -> {
                Growing of = acted == null ? above : acted;
                Value about = new Value(Role.INDICATOR, of.title, "", of.titleFrom.spots(), Certainty.LIKELY, false);
                measuredBefore = ground.measured(
                        MeasureCell.read(List.of(words), about, free),
                        of,
                        words.spots().get(0));
            }
            case OBJECTIVE -> aim(above, words, heading);
            case THEME, AREA -> ground.because(words.spots().get(0), Unplaced.Why.UNCLEAR);
            case OTHER -> ground.because(words.spots().get(0), Unplaced.Why.AROUND);
            default -> {
                Snippet head = heading.isEmpty() ? labelled : null;
                if (head != null) {
                    ground.structure.addAll(head.spots());
                }
                Growing measured = said.isFigure() && !measuredBefore.isEmpty() ? measuredBefore.get(0) : null;
                (measured != null ? measured : acted == null ? above : acted)
                        .add(value(said, words, head == null ? heading : head.text(), certainty));
            }
        }
    }

    /** {@code Actions} over paragraphs: each of them is one. */
    private boolean isPlural() {
        return labelled != null && DEEDS.matcher(labelled.text()).matches();
    }

    /** Under a heading {@code Action}, another sentence that begins with what to do; and what comes after several such. */
    private boolean isFurtherDeed(Snippet words) {
        return labelled != null && (deedsOfLabel.size() > 1 || ColumnLook.isDoing(words.text()));
    }

    private boolean endsReport(String heading, Growing of) {
        String label = heading.isEmpty() && labelled != null ? labelled.text() : heading;
        return DeedColumns.areNextSteps(label) && of.has(Role.UPDATE);
    }

    /** {@code Aim: …} says what the open objective is for; {@code Objective: …} would be another. */
    private void aim(Growing above, Snippet words, String heading) {
        if (AIM.matcher(heading).matches()) {
            above.add(value(Role.OUTCOME, words, heading, Certainty.LIKELY));
        } else {
            ground.because(words.spots().get(0), Unplaced.Why.UNCLEAR);
        }
    }

    private static Value value(Role role, Snippet words, String heading, Certainty certainty) {
        return new Value(
                role, words.inList() ? words.printed() : words.text(), heading, words.spots(), certainty, false);
    }

    private void activity(Growing above, Snippet words, Certainty certainty, boolean labelled) {
        if (stepped != null && words.inList()) {
            Growing step = Growing.begun(NodeKind.ACTIVITY, words, certainty);
            OwnerAndDay.tell(step);
            step.titleFrom = step.titleFrom.under(stepsLabel);
            stepped.children.add(step);
            return;
        }
        Growing before = listed;
        boolean dashed = words.isBullet() && !words.number().equals("•") && words.depth() <= 1;
        if (before != null && (words.depth() > 1 || dashed && before.title.endsWith(":"))) {
            before.children.add(Growing.begun(NodeKind.ACTIVITY, words, certainty));
        } else if (before != null && !words.inList() && labelled && !isPlural() && !isFurtherDeed(words)) {
            ground.because(words.spots().get(0), Unplaced.Why.UNCLEAR);
        } else {
            listed = Growing.begun(NodeKind.ACTIVITY, words, certainty);
            if (deedNumber != null) {
                listed.referTo(deedNumber);
                deedNumber = null;
            }
            OwnerAndDay.tell(listed);
            if (!listed.has(Role.DEADLINE)) {
                listed.add(ledInBy);
            }
            above.children.add(listed);
            deedsOfLabel.add(listed);
        }
    }
}
