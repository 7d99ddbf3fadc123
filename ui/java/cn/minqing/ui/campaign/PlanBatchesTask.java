package cn.minqing.ui.campaign;

import cn.minqing.campaign.Balances;
import cn.minqing.campaign.Batch;
import cn.minqing.campaign.Batches;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Phase;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.Drafts;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.form.Calendars;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** 排定走访批次: which departments go when; each is in exactly one batch, each batch within the phase (S1.8). */
@Component
class PlanBatchesTask implements TaskPage {
    private final Campaigns campaigns;
    private final Batches batches;
    private final Balances balances;
    private final Drafts drafts;
    private final ObjectMapper json;
    private final Dates dates;
    private final Workdays workdays;

    PlanBatchesTask(
            Campaigns campaigns,
            Batches batches,
            Balances balances,
            Drafts drafts,
            ObjectMapper json,
            Dates dates,
            Workdays workdays) {
        this.campaigns = campaigns;
        this.batches = batches;
        this.balances = balances;
        this.drafts = drafts;
        this.json = json;
        this.dates = dates;
        this.workdays = workdays;
    }

    @Override
    public Set<String> elements() {
        return Set.of("campaign.userTask_planBatches");
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        return new Panel(item, done);
    }

    /** What is typed so far; a date may still be empty. */
    record Typed(List<Line> lines) {
        record Line(String name, @Nullable LocalDate date, List<UUID> unitIds) {}
    }

    @StyleSheet("context://styles/campaign.css")
    private final class Panel extends Div {
        private final CampaignView campaign;
        private final Map<UUID, Balances.UnitBalance> units;
        private final Autosave<Typed> autosave;
        private final Div rows = new Div();
        private final Div missing = Pieces.note("warn-note", "");
        private final Button add = new Button(getTranslation("campaigns.batch.add"));

        Panel(WorkItem item, Runnable done) {
            addClassNames("page", "page-form", "campaign-task");
            setId("task-plan-batches");
            campaign = campaigns.view(item.subjectId());
            units = balances.balance(campaign.id()).units().stream()
                    .filter(unit -> unit.households() > 0)
                    .collect(Collectors.toMap(
                            Balances.UnitBalance::unitId, unit -> unit, (a, b) -> a, LinkedHashMap::new));
            rows.addClassName("campaign-stack");
            rows.setId("batches");
            autosave = new Autosave<>(
                    drafts, json, dates, Autosave.key("visit-batches", campaign.id()), Typed.class, this::typed);
            var start = autosave.stored()
                    .orElseGet(() -> new Typed(batches.proposal(campaign.id()).stream()
                            .map(batch -> new Typed.Line(
                                    getTranslation("campaigns.batch.defaultName", batch.name()),
                                    batch.date(),
                                    batch.unitIds()))
                            .toList()));
            start.lines().forEach(this::addRow);
            add.setId("batch-add");
            add.addClickListener(event -> {
                addRow(new Typed.Line(
                        getTranslation("campaigns.batch.defaultName", rows().size() + 1), null, List.of()));
                autosave.save();
                check();
            });
            missing.setId("batches-missing");
            missing.getElement().setAttribute("role", "status");

            var submit = new Button(getTranslation("campaigns.batch.submit"), event -> {
                if (Notices.attempt(fields(), () -> batches.planBatches(item.id(), planned()))) {
                    autosave.clear();
                    Notices.success("campaigns.batch.done", rows().size());
                    done.run();
                }
                event.getSource().setEnabled(true);
            });
            submit.setId("batches-submit");
            submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            submit.setDisableOnClick(true);
            var bar = new Div(Pieces.span("action-note", getTranslation("campaigns.batch.next")), submit);
            bar.addClassName("action-bar");
            add(
                    Pieces.sectionWith(
                            getTranslation("campaigns.batch.heading"),
                            autosave,
                            Pieces.muted(getTranslation(
                                    "campaigns.batch.help",
                                    Dates.date(campaign.implementationStart(), getLocale()),
                                    Dates.date(campaign.dates().lastDayOf(Phase.IMPLEMENTATION), getLocale())))),
                    rows,
                    add,
                    missing,
                    bar);
            check();
        }

        private void addRow(Typed.Line line) {
            var row = new Row(line);
            rows.add(row);
            renumber();
        }

        private List<Row> rows() {
            return rows.getChildren()
                    .filter(Row.class::isInstance)
                    .map(Row.class::cast)
                    .toList();
        }

        private void renumber() {
            var all = rows();
            for (var i = 0; i < all.size(); i++) {
                all.get(i).number(i, all.size() > 1);
            }
        }

        private Typed typed() {
            return new Typed(rows().stream().map(Row::line).toList());
        }

        private List<Batch> planned() {
            var faults = new LinkedHashMap<String, Message>();
            var planned = new ArrayList<Batch>();
            var lines = typed().lines();
            for (var i = 0; i < lines.size(); i++) {
                var date = lines.get(i).date();
                if (date == null) {
                    faults.put("batches[" + i + "].date", Message.of("campaigns.dateMissing"));
                } else {
                    planned.add(
                            new Batch(lines.get(i).name(), date, lines.get(i).unitIds()));
                }
            }
            if (!faults.isEmpty()) {
                throw UserError.invalid(faults);
            }
            return planned;
        }

        private Map<String, HasValidation> fields() {
            var fields = new LinkedHashMap<String, HasValidation>();
            var all = rows();
            for (var i = 0; i < all.size(); i++) {
                fields.put("batches[" + i + "].name", all.get(i).name);
                fields.put("batches[" + i + "].date", all.get(i).date);
                fields.put("batches[" + i + "].unitIds", all.get(i).chosen);
            }
            return fields;
        }

        /** Says which departments are in no batch yet. */
        private void check() {
            var placed = rows().stream()
                    .flatMap(row -> row.chosen.getValue().stream())
                    .collect(Collectors.toSet());
            var left = units.keySet().stream()
                    .filter(unit -> !placed.contains(unit))
                    .toList();
            missing.setVisible(!left.isEmpty());
            missing.setText(getTranslation(
                    "campaigns.batch.missing",
                    left.size(),
                    left.stream()
                            .map(unit -> name(unit))
                            .collect(Collectors.joining(getTranslation("shell.listSeparator")))));
        }

        private String name(UUID unitId) {
            var unit = units.get(unitId);
            return unit == null ? "" : unit.unitName();
        }

        /** One batch. */
        private final class Row extends Div {
            private final TextField name = new TextField(getTranslation("campaigns.batch.name"));
            private final DatePicker date = Calendars.translate(new DatePicker(getTranslation("campaigns.batch.date")));
            private final MultiSelectComboBox<UUID> chosen =
                    new MultiSelectComboBox<>(getTranslation("campaigns.batch.units"));
            private final Span figure = new Span();
            private final Button remove = new Button(getTranslation("campaigns.batch.remove"));

            Row(Typed.Line line) {
                addClassNames("section", "campaign-batch");
                name.setMaxLength(60);
                name.setValue(line.name());
                date.setMin(campaign.implementationStart());
                date.setMax(campaign.dates().lastDayOf(Phase.IMPLEMENTATION));
                date.setInitialPosition(campaign.implementationStart());
                date.addValueChangeListener(event -> mark());
                date.setValue(line.date());
                chosen.setItems(units.keySet());
                chosen.setItemLabelGenerator(Panel.this::name);
                chosen.setWidthFull();
                chosen.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
                chosen.setValue(line.unitIds().stream()
                        .filter(units::containsKey)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
                chosen.addValueChangeListener(event -> {
                    if (event.isFromClient()) {
                        var added = new LinkedHashSet<>(event.getValue());
                        added.removeAll(event.getOldValue());
                        rows().stream().filter(row -> row != this).forEach(row -> row.chosen.deselect(added));
                        rows().forEach(Row::count);
                        check();
                    }
                });
                figure.addClassName("muted");
                remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
                remove.addClickListener(event -> {
                    rows.remove(this);
                    renumber();
                    autosave.save();
                    check();
                });
                var top = new Div(name, date);
                top.addClassName("campaign-steps");
                var foot = new Div(figure, remove);
                foot.addClassName("section-head");
                add(top, chosen, foot);
                mark();
                count();
                autosave.watch("name-" + UUID.randomUUID(), name);
                autosave.watch("date-" + UUID.randomUUID(), date);
                autosave.watch("units", chosen);
            }

            Typed.Line line() {
                return new Typed.Line(
                        name.getValue(),
                        date.getValue(),
                        units.keySet().stream()
                                .filter(chosen.getValue()::contains)
                                .toList());
            }

            void number(int index, boolean removable) {
                setId("batch-" + index);
                name.setId("batch-" + index + "-name");
                date.setId("batch-" + index + "-date");
                chosen.setId("batch-" + index + "-units");
                remove.setId("batch-" + index + "-remove");
                remove.setAriaLabel(getTranslation("campaigns.batch.removeNamed", name.getValue()));
                remove.setVisible(removable);
            }

            /** Weekends suit both sides: the cadres' office is closed and people are at home. */
            private void mark() {
                var day = date.getValue();
                if (day == null) {
                    date.setHelperText(getTranslation("campaigns.batch.noDate"));
                    return;
                }
                var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
                var kind = workdays.isWorkday(day) ? "workday" : weekend ? "weekend" : "holiday";
                date.setHelperText(getTranslation("campaigns.batch.day." + kind, dates.day(day, getLocale())));
            }

            private void count() {
                figure.setText(getTranslation(
                        "campaigns.batch.count",
                        chosen.getValue().size(),
                        chosen.getValue().stream()
                                .mapToInt(unit -> units.containsKey(unit)
                                        ? units.get(unit).households()
                                        : 0)
                                .sum()));
            }
        }
    }
}
