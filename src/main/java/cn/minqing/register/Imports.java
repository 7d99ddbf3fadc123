package cn.minqing.register;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignTemplates;
import cn.minqing.campaign.Contacts;
import cn.minqing.household.HouseholdImports;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Areas;
import cn.minqing.organization.OrganizationImports;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/**
 * Lists that come as files, for administrators and for an office within its area. A list is read, checked and compared;
 * nothing is in the registers before somebody accepts it. A run is named by a key of the client: the same upload twice
 * is one run, and accepting it goes on where it stopped.
 */
@Service
public class Imports {
    private static final int CHUNK = 2000;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int SHORTEST_PASSWORD = 10;

    private final ImportStore store;
    private final OrganizationImports organization;
    private final HouseholdImports households;
    private final Contacts contacts;
    private final CampaignTemplates templates;
    private final Areas areas;
    private final Units units;
    private final PasswordEncoder passwords;
    private final ObjectMapper json;
    private final AppClock clock;
    private final Audit audit;
    private final TransactionTemplate transactions;

    Imports(
            ImportStore store,
            OrganizationImports organization,
            HouseholdImports households,
            Contacts contacts,
            CampaignTemplates templates,
            Areas areas,
            Units units,
            PasswordEncoder passwords,
            ObjectMapper json,
            AppClock clock,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.organization = organization;
        this.households = households;
        this.contacts = contacts;
        this.templates = templates;
        this.areas = areas;
        this.units = units;
        this.passwords = passwords;
        this.json = json;
        this.clock = clock;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Reads a file and compares it with the register.
     *
     * @param key of the upload; with one that is known the run of then is the answer
     * @throws UserError {@code forbidden}, and {@code import.…} for a file that cannot be read as a list of that kind;
     *     nothing is kept then
     */
    public ImportRun read(UUID key, ImportKind kind, String fileName, Path file) {
        var actor = Actors.current();
        var entries = entries(kind, scope(actor), fileName);
        var name = fileName.length() > 200 ? fileName.substring(fileName.length() - 200) : fileName;
        if (!Boolean.TRUE.equals(transactions.execute(status -> store.begin(key, kind, name, actor.id())))) {
            return view(key);
        }
        try {
            var reading = new ListReading<>(
                    kind, entries, CHUNK, items -> transactions.executeWithoutResult(status -> store.add(key, items)));
            FileReader.read(file, reading);
            reading.end();
            transactions.executeWithoutResult(status -> {
                store.ready(key, reading.titles(), reading.counts());
                audit.record(actor.id(), "import.read", "IMPORT", key, Map.of("kind", kind));
            });
        } catch (RuntimeException e) {
            transactions.executeWithoutResult(status -> store.remove(key));
            throw e;
        }
        return view(key);
    }

    /**
     * One run, for who uploaded it and for administrators.
     *
     * @throws UserError {@code import.unknown}, {@code forbidden}
     */
    public ImportRun view(UUID id) {
        return allowed(store.find(id).orElseThrow(() -> new UserError("import.unknown")));
    }

    /** Own runs, for an administrator all, newest first. */
    public List<ImportRun> page(@Nullable UUID before, int limit) {
        var actor = Actors.current();
        scope(actor);
        return store.page(actor.has(Role.ADMINISTRATOR) ? null : actor.id(), before, limit);
    }

    /** Entries of one state after the given line; rights as {@link #view}. */
    public List<ImportItem> items(UUID id, ImportStatus status, int after, int limit) {
        view(id);
        return store.items(id, status, after, limit);
    }

    /** The headings of the file and each faulty entry with its rows; rights as {@link #view}. */
    FaultyRows faulty(UUID id) {
        view(id);
        return new FaultyRows(store.headers(id), each -> store.faulty(id, each));
    }

    record FaultyRows(
            List<String> headers, java.util.function.Consumer<java.util.function.Consumer<ImportStore.Faulty>> rows) {}

    /**
     * Writes the next entries into the register, in a transaction of their own; call it until the state is DONE. What is
     * written stays written, and after an interruption it goes on with the rest.
     *
     * @param password the first password of new accounts; at least 10 characters with letters and digits, empty for
     *     other kinds
     * @throws UserError {@code form.invalid} at {@code password}; {@code import.notReady}
     */
    public ImportRun accept(UUID id, String password) {
        var actor = Actors.current();
        var run = view(id);
        if (run.state() == ImportRun.State.DONE) {
            return run;
        }
        var entries = entries(run.kind(), scope(actor), run.fileName());
        var acceptance = new Entries.Acceptance(hash(run, password));
        transactions.executeWithoutResult(status -> {
            var state = store.lock(id).run().state();
            if (state == ImportRun.State.DONE) {
                return;
            }
            if (state != ImportRun.State.READY) {
                throw new UserError("import.notReady");
            }
            if (!writeSome(id, entries, acceptance)) {
                store.end(id, ImportRun.State.DONE, actor.id());
                audit.record(
                        actor.id(),
                        "import.accepted",
                        "IMPORT",
                        id,
                        Map.of("kind", run.kind(), "added", run.added(), "changed", run.changed()));
            }
        });
        return view(id);
    }

    /** Whether something was left to write. */
    private <T> boolean writeSome(UUID id, Entries<T> entries, Entries.Acceptance acceptance) {
        var waiting = store.waiting(id, CHUNK);
        var values = waiting.stream()
                .map(item -> json.readValue(item.data(), entries.type()))
                .toList();
        var compared = entries.compare(values);
        var written = new ArrayList<Integer>();
        var failed = new ArrayList<Integer>();
        var reasons = new ArrayList<String>();
        var good = new ArrayList<T>();
        for (var i = 0; i < waiting.size(); i++) {
            var fault = compared.get(i).fault();
            if (fault.isEmpty()) {
                good.add(values.get(i));
                written.add(waiting.get(i).number());
            } else {
                failed.add(waiting.get(i).number());
                reasons.add(fault);
            }
        }
        if (!good.isEmpty()) {
            entries.write(good, acceptance);
        }
        store.done(id, written, failed, reasons);
        return waiting.size() == CHUNK;
    }

    private String hash(ImportRun run, String password) {
        if (run.kind() != ImportKind.CADRES || run.added() == 0) {
            return "";
        }
        if (password.length() < SHORTEST_PASSWORD
                || !password.matches(".*[A-Za-z].*")
                || !password.matches(".*\\d.*")) {
            throw UserError.invalid(Map.of("password", Message.of("import.password", SHORTEST_PASSWORD)));
        }
        return passwords.encode(password);
    }

    /** Throws a list away that is not wanted; what was written of it stays. */
    public void discard(UUID id) {
        view(id);
        transactions.executeWithoutResult(status -> {
            if (store.lock(id).run().state() != ImportRun.State.DONE) {
                store.end(id, ImportRun.State.DISCARDED, null);
                audit.record(Actors.currentId(), "import.discarded", "IMPORT", id, Map.of());
            }
        });
    }

    /** Rows of uploads are personal data: a week after the upload they are gone, accepted or not. */
    @Scheduled(fixedDelayString = "${minqing.import.forget-every:PT1H}")
    void forget() {
        transactions.executeWithoutResult(status -> store.forget(clock.now().minus(KEPT)));
    }

    private ImportRun allowed(ImportStore.Stored stored) {
        var actor = Actors.current();
        if (!actor.has(Role.ADMINISTRATOR) && !stored.createdBy().equals(actor.id())) {
            throw UserError.forbidden();
        }
        return stored.run();
    }

    private Scope scope(Actor actor) {
        return Scope.of(actor, units, areas);
    }

    private Entries<?> entries(ImportKind kind, Scope scope, String fileName) {
        return switch (kind) {
            case AREAS -> new AreaEntries(organization, scope, fileName);
            case UNITS -> new UnitEntries(organization, scope);
            case CADRES -> new CadreEntries(organization, contacts, scope);
            case HOUSEHOLDS ->
                new HouseholdEntries(households, new AreaIndex(organization, scope), categories(), clock.today());
        };
    }

    private Map<String, String> categories() {
        return templates.all().stream()
                .flatMap(template -> template.vulnerabilities().stream())
                .collect(Collectors.toMap(
                        CampaignTemplate.Category::name, CampaignTemplate.Category::code, (one, other) -> one));
    }
}
