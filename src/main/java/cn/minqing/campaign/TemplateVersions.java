package cn.minqing.campaign;

import cn.minqing.form.FormSchema;
import cn.minqing.form.Forms;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.UserError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Drafting, checking and releasing templates: campaign offices and process designers. What is released never changes; a
 * change is a new version, and running campaigns keep theirs.
 */
@Service
@Transactional
public class TemplateVersions {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .build();

    private final TemplateStore store;
    private final TemplateReader reader;
    private final Forms forms;
    private final Audit audit;
    private final AppClock clock;

    TemplateVersions(TemplateStore store, TemplateReader reader, Forms forms, Audit audit, AppClock clock) {
        this.store = store;
        this.reader = reader;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One version.
     *
     * @param shipped whether it came with the product
     * @param revision counts the changes of a draft
     */
    public record Version(
            String id,
            int version,
            String name,
            boolean draft,
            boolean shipped,
            int revision,
            String changedBy,
            Instant changedAt,
            String releasedBy,
            @Nullable Instant releasedAt) {}

    /** A version with its text. */
    public record Opened(Version version, String text) {}

    /** Every version, by template, newest first. */
    @Transactional(readOnly = true)
    public List<Version> all() {
        editor();
        return store.rows().stream().map(TemplateVersions::version).toList();
    }

    /** @throws UserError {@code template.gone} */
    @Transactional(readOnly = true)
    public Opened open(String id, int version) {
        editor();
        var row = row(id, version);
        return new Opened(version(row), row.text());
    }

    /** The draft of a template, or its newest version where there is none. */
    @Transactional(readOnly = true)
    public Opened newest(String id) {
        editor();
        var rows = store.rows(id);
        var row = rows.stream()
                .filter(one -> one.draft() && !one.shipped())
                .findFirst()
                .or(() -> rows.stream().filter(one -> !one.draft()).findFirst())
                .orElseThrow(() -> new UserError("template.gone"));
        return new Opened(version(row), row.text());
    }

    /** What is wrong with a text, line by line; empty when it can be released. */
    @Transactional(readOnly = true)
    public List<TemplateFault> check(String text) {
        return reader.read(text).faults();
    }

    /** The text as a tree; empty when it cannot be read, which {@link #check} explains. */
    @Transactional(readOnly = true)
    public Optional<ObjectNode> tree(String text) {
        var read = TemplateText.read(text);
        return read.fault() == null ? Optional.of(read.tree()) : Optional.empty();
    }

    /** A tree as text, its parts in the order of the schema. */
    public String text(ObjectNode tree) {
        var ordered = JsonMapper.shared().createObjectNode();
        reader.schema().path("properties").propertyNames().forEach(name -> {
            if (tree.has(name)) {
                ordered.set(name, tree.get(name));
            }
        });
        tree.properties().stream()
                .filter(entry -> !ordered.has(entry.getKey()))
                .forEach(entry -> ordered.set(entry.getKey(), entry.getValue()));
        return YAML.writeValueAsString(ordered);
    }

    /** The published schema. */
    public JsonNode schema() {
        return reader.schema();
    }

    /**
     * What a part may name, code by name.
     *
     * @param kind {@code forms}, {@code rules}, {@code measures} or {@code work}
     */
    public Map<String, String> choices(String kind) {
        return switch (kind) {
            case "forms" ->
                forms.all().stream().collect(Collectors.toMap(FormSchema::id, FormSchema::name, (a, b) -> a));
            case "rules" -> reader.rules().stream().collect(Collectors.toMap(rule -> rule, rule -> ""));
            case "measures" -> CampaignTemplates.MEASURES.stream().collect(Collectors.toMap(one -> one, one -> ""));
            default -> TemplateRules.WORK.stream().collect(Collectors.toMap(one -> one, one -> ""));
        };
    }

    /**
     * Begins a new template as a copy of another.
     *
     * @throws UserError {@code form.invalid} with faults of {@code id, name}
     */
    public Version create(String id, String name, String from) {
        var actor = editor();
        if (!ID.matcher(id).matches()) {
            throw UserError.invalid(Map.of("id", UserError.Message.of("template.id")));
        }
        if (name.isBlank()) {
            throw UserError.invalid(Map.of("name", UserError.Message.of("template.fault.blank")));
        }
        store.lock(id);
        if (!store.rows(id).isEmpty()) {
            throw UserError.invalid(Map.of("id", UserError.Message.of("template.taken", id)));
        }
        var copied = store.newest(from).orElseThrow(() -> new UserError("template.gone"));
        var tree = TemplateText.read(copied.text()).tree();
        tree.put("id", id).put("version", 1).put("name", name.strip());
        return draft(actor, id, 1, text(tree), "template.created");
    }

    /**
     * Takes in a text from outside as a draft: of a new template, or of a new version.
     *
     * @throws UserError {@code template.unreadable} when it has no id, {@code template.draftThere}
     */
    public Version take(String text) {
        var actor = editor();
        var read = TemplateText.read(text);
        var fault = read.fault();
        if (fault != null) {
            throw new UserError(fault.reason(), Map.of());
        }
        var id = read.tree().path("id").asString("");
        if (!ID.matcher(id).matches()) {
            throw new UserError("template.id");
        }
        store.lock(id);
        var rows = store.rows(id);
        rows.stream().filter(row -> row.draft() && !row.shipped()).findFirst().ifPresent(row -> {
            throw new UserError("template.draftThere", row.name());
        });
        return draft(actor, id, rows.isEmpty() ? 1 : rows.getFirst().version() + 1, text, "template.taken");
    }

    /**
     * Keeps a text as the draft. Faults do not hinder that, only the release.
     *
     * @param version the version it was begun from, a draft or a released one
     * @param revision of that version when it was opened
     * @throws UserError {@code template.changed} with who and when, when somebody else saved in between; {@code
     *     template.otherId}
     */
    public Version save(String id, int version, int revision, String text) {
        var actor = editor();
        store.lock(id);
        var base = row(id, version);
        TemplateText read = TemplateText.read(text);
        if (text.length() > TemplateText.MOST_LETTERS) {
            throw new UserError("template.fault.long", TemplateText.MOST_LETTERS);
        }
        if (read.fault() == null) {
            var written = read.tree().path("id").asString(id);
            if (!written.equals(id)) {
                throw new UserError("template.otherId", written, id);
            }
        }
        var rows = store.rows(id);
        if (base.draft() && !base.shipped()) {
            if (base.revision() != revision) {
                throw changed(base);
            }
            var numbered = TemplateStore.numbered(text, version);
            store.changeDraft(id, version, name(read, base.name()), numbered, actor.id(), clock.now());
            record(actor, "template.saved", id, version);
            return version(row(id, version));
        }
        rows.stream().filter(row -> row.draft() && !row.shipped()).findFirst().ifPresent(row -> {
            throw changed(row);
        });
        return draft(actor, id, rows.getFirst().version() + 1, text, "template.saved");
    }

    /**
     * Releases a draft: from now on campaigns are launched with it. While a campaign runs on the template, somebody else
     * than its last editor must.
     *
     * @throws UserError {@code template.faulty}, {@code template.secondPerson}, {@code template.changed}
     */
    public Version release(String id, int version, int revision) {
        var actor = editor();
        store.lock(id);
        var row = row(id, version);
        if (!row.draft()) {
            throw new UserError("template.released");
        }
        if (row.revision() != revision) {
            throw changed(row);
        }
        var faults = check(row.text());
        if (!faults.isEmpty()) {
            throw new UserError("template.faulty", faults.size());
        }
        if (actor.id().equals(row.changedBy()) && store.running(id)) {
            throw new UserError("template.secondPerson");
        }
        var newest = store.rows(id).getFirst().version();
        var number = row.shipped() && newest > version ? newest + 1 : version;
        store.release(row, number, actor.id(), clock.now());
        record(actor, "template.released", id, number);
        return version(row(id, number));
    }

    /** Throws a draft away. */
    public void discard(String id, int version, int revision) {
        var actor = editor();
        store.lock(id);
        var row = row(id, version);
        if (!row.draft()) {
            throw new UserError("template.released");
        }
        if (row.revision() != revision) {
            throw changed(row);
        }
        store.removeDraft(id, version);
        record(actor, "template.discarded", id, version);
    }

    /** What a version says otherwise than the released one before it; empty for the first. */
    @Transactional(readOnly = true)
    public List<TemplateChange> differences(String id, int version) {
        editor();
        var after = row(id, version);
        return store.rows(id).stream()
                .filter(row -> row.version() < version && !row.draft())
                .findFirst()
                .flatMap(before -> tree(before.text())
                        .flatMap(old -> tree(after.text()).map(now -> TemplateDifferences.between(old, now))))
                .orElse(List.of());
    }

    private Version draft(Actor actor, String id, int version, String text, String action) {
        var read = TemplateText.read(text);
        store.addDraft(id, version, name(read, id), TemplateStore.numbered(text, version), actor.id(), clock.now());
        record(actor, action, id, version);
        return version(row(id, version));
    }

    private void record(Actor actor, String action, String id, int version) {
        audit.record(
                actor.id(),
                action,
                "TEMPLATE",
                UUID.nameUUIDFromBytes(("template/" + id).getBytes(StandardCharsets.UTF_8)),
                Map.of("template", id, "version", version));
    }

    private TemplateStore.Row row(String id, int version) {
        return store.row(id, version).orElseThrow(() -> new UserError("template.gone"));
    }

    private static String name(TemplateText read, String usual) {
        var name = read.fault() == null ? read.tree().path("name").asString("").strip() : "";
        return name.isEmpty() ? usual : name.substring(0, Math.min(60, name.length()));
    }

    private UserError changed(TemplateStore.Row row) {
        return new UserError(
                "template.changed",
                row.changedName(),
                row.changedAt().atZone(AppClock.ZONE).toLocalDateTime());
    }

    private static Actor editor() {
        var actor = Actors.current();
        if (!actor.has(Role.CAMPAIGN_OFFICE) && !actor.has(Role.PROCESS_DESIGNER)) {
            throw UserError.forbidden();
        }
        return actor;
    }

    private static Version version(TemplateStore.Row row) {
        return new Version(
                row.id(),
                row.version(),
                row.name(),
                row.draft(),
                row.shipped(),
                row.revision(),
                row.changedName(),
                row.changedAt(),
                row.releasedName(),
                row.releasedAt());
    }
}
