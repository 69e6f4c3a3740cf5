package org.dueregard.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dueregard.intake.reading.Likeness;
import org.dueregard.organisation.PostDirectory.Post;
import org.dueregard.organisation.UnitEntry;
import org.dueregard.organisation.UnitId;

/**
 * Which units a council's words for an owner may mean: by a unit's name or short name, by the post of whoever answers for one,
 * or because they are like one of these. Words that name several are taken apart.
 */
public final class OwnersMeant {

    /** More units than these are not asked for beside one name. */
    public static final int MOST = 4;

    /**
     * @param post by which the unit was known; empty where its own name was
     */
    public record Meant(OwnerMeaning meaning, String post) {

        public UnitId unit() {
            return meaning.unit();
        }
    }

    private static final double ALIKE = 0.5;
    private static final double CERTAINLY = 0.75;
    private static final Pattern SHORT = Pattern.compile("\\(([A-Z&]{2,10})\\)");
    private static final Pattern BETWEEN = Pattern.compile(
            "(?i)\\s*(?:[/,;\\n]|\\+|\\bsupported by\\b|\\bwith(?: support from)?\\b|\\bworking with\\b|\\bin partnership with\\b)\\s*");
    private static final Pattern AND = Pattern.compile("(?i)\\s+(?:and|&)\\s+");

    /** What a post or a unit is, rather than which. */
    private static final Pattern ROLE = Pattern.compile(
            "(?i)\\b(heads?|managers?|directors?|assistant|deputy|chief|officers?|leads?|coordinators?|co-ordinators?|advis[eo]rs?|teams?|services?|units?|departments?|divisions?|directorates?|of|for|the)\\b");

    private final List<UnitEntry> units;
    private final List<Post> posts;

    public OwnersMeant(List<UnitEntry> units, List<Post> posts) {
        this.units = List.copyOf(units);
        this.posts = List.copyOf(posts);
    }

    /** How many the words name; 1 where they name one whole thing, and {@link #MOST} at most. */
    public int named(String words) {
        return Math.min(MOST, pieces(words).size());
    }

    /** Each unit once, in the order of the words; none where nothing is like them. */
    public List<Meant> suggested(String words) {
        Map<UnitId, Meant> meant = new LinkedHashMap<>();
        for (String piece : pieces(words)) {
            one(piece).ifPresent(unit -> meant.putIfAbsent(unit.unit(), unit));
        }
        return meant.values().stream().limit(MOST).toList();
    }

    private List<String> pieces(String words) {
        if (isOne(words)) {
            return List.of(words.strip());
        }
        List<String> pieces = new ArrayList<>();
        for (String piece : BETWEEN.split(words.strip())) {
            String[] both = AND.split(piece);
            boolean twoNames = both.length > 1
                    && !isOne(piece)
                    && List.of(both).stream().allMatch(part -> one(part).isPresent());
            pieces.addAll(twoNames ? List.of(both) : List.of(piece));
        }
        return pieces.stream()
                .map(String::strip)
                .filter(piece -> piece.chars().anyMatch(Character::isLetter))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), all -> all.isEmpty() ? List.of(words.strip()) : all));
    }

    private boolean isOne(String words) {
        return units.stream().anyMatch(unit -> isCalled(unit, words) || Likeness.of(unit.name(), words) >= CERTAINLY)
                || posts.stream().anyMatch(post -> Likeness.of(post.name(), words) >= CERTAINLY);
    }

    private static boolean isCalled(UnitEntry unit, String words) {
        String bare = words.strip().replaceAll("[.;,]+$", "");
        return bare.equalsIgnoreCase(unit.name()) || bare.equalsIgnoreCase(unit.shortName());
    }

    private Optional<Meant> one(String piece) {
        List<String> names = new ArrayList<>(List.of(piece));
        Matcher brackets = SHORT.matcher(piece);
        while (brackets.find()) {
            names.add(brackets.group(1));
        }
        return names.stream()
                .flatMap(name -> units.stream().filter(unit -> isCalled(unit, name)))
                .map(unit -> new Meant(OwnerMeaning.of(unit.id()), ""))
                .findFirst()
                .or(() -> post(piece, CERTAINLY))
                .or(() -> alike(piece))
                .or(() -> post(piece, ALIKE));
    }

    private Optional<Meant> post(String piece, double least) {
        return posts.stream()
                .filter(post -> Likeness.of(post.name(), piece) >= least)
                .max(Comparator.comparingDouble(post -> Likeness.of(post.name(), piece)))
                .map(post -> new Meant(new OwnerMeaning(post.unit(), post.person()), post.name()));
    }

    private Optional<Meant> alike(String piece) {
        return units.stream()
                .filter(unit -> likeness(unit, piece) >= ALIKE)
                .max(Comparator.comparingDouble(unit -> likeness(unit, piece)))
                .map(unit -> new Meant(OwnerMeaning.of(unit.id()), ""));
    }

    /** {@code Head of Early Years} is like {@code Early Years and Children's Centres}: all that is its own is in there. */
    private static double likeness(UnitEntry unit, String piece) {
        String own = ROLE.matcher(piece.toLowerCase(Locale.UK)).replaceAll(" ").strip();
        double whole = Math.max(Likeness.of(unit.name(), piece), Likeness.of(unit.name(), own));
        return whole >= ALIKE ? whole : Likeness.containedIn(own, unit.name()) ? ALIKE : whole;
    }
}
