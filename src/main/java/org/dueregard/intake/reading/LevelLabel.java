package org.dueregard.intake.reading;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A heading that says itself what level of the plan it begins: {@code Equality Objective 1: …}, {@code 1.1.1 CES Priority
 * Area: …}, {@code Theme Two – …}.
 *
 * @param level OBJECTIVE, THEME or AREA
 * @param reference as the heading has it; empty for none
 * @param title empty where only the number stands there
 * @param strategy what stands before the level's own word: {@code CES}; empty for nothing but usual words
 */
record LevelLabel(Role level, String reference, String title, String strategy) {

    private static final String NAMED = "one|two|three|four|five|six|seven|eight|nine|ten";

    private static final String NUMBER = "\\d{1,3}[a-z]?(?:\\.\\d+)*|" + NAMED + "|[A-Z]|[IVX]{1,4}";

    private static final Map<String, String> NUMBERS = Map.of(
            "one", "1", "two", "2", "three", "3", "four", "4", "five", "5", "six", "6", "seven", "7", "eight", "8",
            "nine", "9", "ten", "10");

    private static final Pattern LABEL = Pattern.compile("(?s)^"
            + "(?<before>[A-Z]{0,3}\\d{1,3}(?:\\.\\d{1,3}){0,4}[a-z]?[.)]?\\s+)?"
            + "(?<strategy>(?:[\\p{L}&'’(),/-]+\\s+){0,9}?)"
            + "(?<level>[Pp]riority [Aa]rea|PRIORITY AREA|[Kk]ey [Pp]riority|[Ff]ocus [Aa]rea|[Ww]ork ?stream|[Oo]bjective|OBJECTIVE"
            + "|[Pp]riority|PRIORITY|[Tt]heme|THEME|[Ss]trand|[Pp]illar|[Aa]im|AIM|[Gg]oal|GOAL|[Cc]ommitment|COMMITMENT|[Pp]ledge|[Aa]mbition"
            + "|[Dd]omain|DOMAIN|[Oo]utcome|OUTCOME|[Rr]ecommendation|[Aa]rea)"
            + "(?:\\s+(?:[Nn]o\\.?\\s*|[Nn]umber\\s+)?(?<number>(?i:" + NUMBER
            + ")|[A-Z]{1,3}[ -]?\\d{1,2})(?=[\\s:.)–—-]|$)"
            + "|\\s*:\\s*(?<named>(?i:" + NAMED + "))(?=\\s*[:–—-]\\s))?"
            + "(?<stop>\\s*[:.)]+\\s*|\\s*[–—-]+\\s*|\\s+|$)"
            + "(?<title>.*)$");

    private static final Pattern USUAL = Pattern.compile(
            "(?i)(?:equalit(?:y|ies)|strategic|corporate|key|our|council(?:['’]s)?|the|diversity|and|inclusion|edi|e&d|main|overall|service|departmental|improvement|overarching|local|specific|public)*");

    /** {@code Carers Strategy} or {@code CES}, and not only whose it is: {@code Hallam City}. */
    private static final Pattern OF_STRATEGY =
            Pattern.compile("(?s).*(\\b(?i:plan|strategy|framework|scheme|programme|charter)\\b|\\b\\p{Lu}{2,}\\b).*");

    /** {@code Performance indicators for} theme A. */
    private static final Pattern OF_ITEMS = Pattern.compile(
            "(?i).*\\b(indicators?|measures?|kpis?|targets?|actions?|activities|progress|summary)\\b.*");

    /** Objective 1 {@code actions and updates}, over their table: named already, and no other. */
    private static final Pattern ONLY_ITEMS = Pattern.compile(
            "(?i)(?:(?:actions?|activities|updates?|progress|measures?|indicators?|targets?|action plan|and|&|our|the)\\W*){2,}");

    /** {@code Year 1 –} before a theme says when, and is no number of it. */
    private static final Pattern YEAR_BEFORE = Pattern.compile("(?i)^(?:year|phase) \\d\\s*[-–—:]\\s*");

    /** What begins something only where it is counted. */
    private static final Set<String> ONLY_COUNTED = Set.of("outcome", "area", "recommendation");

    static Optional<LevelLabel> of(String words) {
        Matcher found = LABEL.matcher(bare(words));
        if (!found.matches()) {
            return Optional.empty();
        }
        String number = Stream.of("number", "named")
                .map(found::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        String before = found.group("before") == null ? "" : Reference.tidied(found.group("before"));
        String stop = found.group("stop");
        String title = found.group("title").strip();
        String prefix = found.group("strategy").strip();
        boolean marked = !stop.isBlank() || title.isEmpty();
        // "Equality objectives annual report" names none; a bare "Objective" or "Our aim" begins nothing either
        if ((number.isEmpty() && (!marked || title.isEmpty())) || isSentence(prefix)) {
            return Optional.empty();
        }
        if (title.isEmpty() && OF_ITEMS.matcher(prefix).matches()
                || !number.isEmpty() && ONLY_ITEMS.matcher(title).matches()) {
            return Optional.empty();
        }
        if (!marked && !Character.isUpperCase(title.charAt(0)) && !Character.isDigit(title.charAt(0))) {
            return Optional.empty();
        }
        String level = found.group("level").toLowerCase(Locale.UK).replace(" ", "");
        if (number.isEmpty() && ONLY_COUNTED.contains(level)) {
            return Optional.empty();
        }
        boolean usual = USUAL.matcher(prefix.replace(" ", "")).matches();
        String own = usual ? "" : prefix;
        String said = NUMBERS.getOrDefault(number.toLowerCase(Locale.UK), number);
        if (!own.isEmpty() && !said.isEmpty()) {
            own = own + " " + found.group("level") + " " + said;
            said = "";
        }
        // that of somebody else is read where rows across a table are
        if (level.equals("recommendation") && !own.isEmpty()) {
            return Optional.empty();
        }
        Role role = switch (level) {
            case "theme", "strand", "workstream", "pillar" -> Role.THEME;
            case "priorityarea", "keypriority", "priority", "focusarea", "area" -> Role.AREA;
            default -> Role.OBJECTIVE;
        };
        return Optional.of(new LevelLabel(role, said.isEmpty() ? before : said, title, own));
    }

    /** The word itself, as the heading has it: {@code Theme}, {@code Priority area}. */
    static Optional<String> word(String words) {
        Matcher found = LABEL.matcher(bare(words));
        return found.matches() && of(words).isPresent()
                ? Optional.of(found.group("level").substring(0, 1).toUpperCase(Locale.UK)
                        + found.group("level").substring(1).toLowerCase(Locale.UK))
                : Optional.empty();
    }

    private static String bare(String words) {
        return YEAR_BEFORE.matcher(words.strip()).replaceFirst("").replaceAll("\\s+", " ");
    }

    /** Whether what stands before the level is a strategy, and not only whose level it is; one that it counts is. */
    boolean isOfStrategy() {
        return strategy.chars().anyMatch(Character::isDigit)
                || OF_STRATEGY.matcher(strategy).matches();
    }

    /** Words with a small letter in front read on: {@code progress against our objective: …}. */
    private static boolean isSentence(String prefix) {
        int small = 0;
        for (String word : prefix.split(" ")) {
            if (!word.isEmpty()
                    && Character.isLowerCase(word.charAt(0))
                    && !word.matches("key|priority|and|of|the|for|our")) {
                small++;
            }
        }
        return small > 1;
    }
}
