package cn.minqing.campaign;

import cn.minqing.platform.AppClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;

/**
 * The campaign templates that can be launched: the newest released version of each. Those shipped as {@code
 * processes/templates/<id>.yaml} are read and checked at the start: a template with a fault stops it and says which
 * line, which field and why. A shipped file that is new becomes a version; what an office has released stays before it
 * until the office takes it.
 */
@Service
public class CampaignTemplates {
    /** Steps whose limit in workdays a template must set. */
    public static final Set<String> LIMITS = Set.of(
            "triage",
            "acceptance",
            "feedback",
            "satisfaction",
            "closing",
            "strikeOff",
            "spotCheck",
            "summary",
            "handover",
            "tell");

    /** What a template may call otherwise. */
    public static final Set<String> WORDS = Set.of("contactCard", "householdFile", "diary");

    private static final String ZERO = "zero:";
    /** Measures that need nothing of the template. */
    static final List<String> MEASURES =
            List.of("answered", "coverage", "files", "obligations", "overall", "satisfaction");

    private final TemplateStore store;
    private final Map<String, CampaignTemplate> parsed = new ConcurrentHashMap<>();

    CampaignTemplates(TemplateReader reader, TemplateStore store, AppClock clock) throws IOException {
        this.store = store;
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/templates/*.yaml");
        for (var file : files) {
            var text = file.getContentAsString(StandardCharsets.UTF_8);
            var template = shipped(reader, String.valueOf(file.getFilename()), text);
            store.ship(template, text, clock.now());
        }
    }

    /** What an assessment of this template may measure; several categories of {@code zero:} stand with commas between. */
    public static List<String> measures(CampaignTemplate template) {
        var all = new ArrayList<>(MEASURES);
        if (template.poll() != null) {
            all.add("poll");
        }
        if (template.discipline() != null) {
            all.add("discipline");
        }
        template.countedObligations().forEach(owed -> all.add("obligation:" + owed.id()));
        template.documentsDue().forEach(document -> all.add("document:" + document.id()));
        template.issueCategories().forEach(category -> all.add(ZERO + category.code()));
        return all;
    }

    static boolean measures(CampaignTemplate template, String measure) {
        var all = measures(template);
        return measure.startsWith(ZERO)
                ? Arrays.stream(measure.substring(ZERO.length()).split(",")).allMatch(one -> all.contains(ZERO + one))
                : all.contains(measure);
    }

    /** The newest released version of each template, by id. */
    public List<CampaignTemplate> all() {
        return store.newest().stream()
                .map(this::parse)
                .sorted(Comparator.comparing(CampaignTemplate::id))
                .toList();
    }

    public Optional<CampaignTemplate> find(String id) {
        return store.newest(id).map(this::parse);
    }

    // What is released never changes, so that it is parsed once.
    private CampaignTemplate parse(TemplateStore.Text released) {
        return parsed.computeIfAbsent(
                released.id() + "." + released.version(), key -> TemplateReader.stored(released.text()));
    }

    /**
     * Reads and checks a shipped template.
     *
     * @throws IllegalStateException naming the file and each fault with its line
     */
    static CampaignTemplate shipped(TemplateReader reader, String fileName, String text) {
        var read = reader.read(text);
        var template = read.template();
        if (template == null || !read.faults().isEmpty()) {
            throw new IllegalStateException("Template " + fileName + ": "
                    + read.faults().stream()
                            .map(fault -> "line " + fault.line() + " " + fault.field() + ": "
                                    + fault.reason().code() + " "
                                    + fault.reason().args())
                            .collect(Collectors.joining("; ")));
        }
        if (!fileName.equals(template.id() + ".yaml")) {
            throw new IllegalStateException("Template " + fileName + " calls itself " + template.id());
        }
        return template;
    }
}
