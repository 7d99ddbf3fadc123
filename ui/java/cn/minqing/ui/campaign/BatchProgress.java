package cn.minqing.ui.campaign;

import cn.minqing.campaign.Batches;
import cn.minqing.household.Households;
import cn.minqing.organization.Units;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The batches with how many visits have started; looks again by itself while a start is running. */
class BatchProgress extends Div {
    private static final int POLL_MILLIS = 2000;
    private static final int NOT_POLLING = -1;

    private final transient Batches batches;
    private final transient Units units;
    private final transient Households households;
    private final transient Dates dates;
    private final transient Runnable finished;
    private final UUID campaignId;
    private final boolean office;
    private @Nullable Registration polling;

    /** @param finished to be run when the last visit of a running start has begun */
    BatchProgress(
            Batches batches,
            Units units,
            Households households,
            Dates dates,
            UUID campaignId,
            boolean office,
            Runnable finished) {
        this.batches = batches;
        this.units = units;
        this.households = households;
        this.dates = dates;
        this.campaignId = campaignId;
        this.office = office;
        this.finished = finished;
        addClassName("campaign-stack");
        setId("batches-progress");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        show(batches.progress(campaignId));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop(event.getUI());
        super.onDetach(event);
    }

    private void show(List<Batches.Progress> all) {
        removeAll();
        all.forEach(batch -> add(batch(batch)));
        var running = all.stream().anyMatch(batch -> batch.pending() > 0);
        getUI().ifPresent(ui -> {
            if (running && polling == null) {
                ui.setPollInterval(POLL_MILLIS);
                polling = ui.addPollListener(event -> show(batches.progress(campaignId)));
            } else if (!running && polling != null) {
                stop(ui);
                finished.run();
            }
        });
    }

    private void stop(com.vaadin.flow.component.UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(NOT_POLLING);
        }
    }

    private Div batch(Batches.Progress batch) {
        var names = batch.unitIds().stream()
                .map(unit -> units.get(unit).name())
                .collect(Collectors.joining(getTranslation("shell.listSeparator")));
        var title = Pieces.span(
                "figure",
                getTranslation(
                        batch.remedial() ? "campaigns.batches.remedial" : "campaigns.batches.title",
                        batch.name(),
                        dates.day(batch.date(), getLocale())));
        var box = new Div(title);
        box.addClassName("progress-figure");
        box.setId("batch-" + batch.id());
        var words = getTranslation(
                batch.begun() ? "campaigns.batches.started" : "campaigns.batches.waiting",
                batch.started(),
                batch.households());
        var bar = new ProgressBar(
                0, Math.max(1, batch.households()), Math.min(batch.started(), Math.max(1, batch.households())));
        bar.getElement().setAttribute("aria-label", words);
        var state = Pieces.span("muted", words);
        state.getElement().setAttribute("role", "status");
        box.add(bar, state);
        if (!names.isEmpty()) {
            box.add(Pieces.span("muted", names));
        }
        if (batch.failed() > 0) {
            box.add(failed(batch));
        }
        return box;
    }

    private Div failed(Batches.Progress batch) {
        var note = Pieces.note("warn-note", getTranslation("campaigns.batches.failed", batch.failed()));
        if (!office) {
            return note;
        }
        var failures = batches.failures(batch.id());
        var names = households.summaries(
                failures.stream().map(Batches.Failure::householdId).toList());
        var list = new UnorderedList();
        failures.forEach(failure -> {
            var home = names.get(failure.householdId());
            list.add(new ListItem(getTranslation(
                    "campaigns.batches.failure",
                    home == null ? "" : home.headName() + " " + home.place(),
                    failure.reason())));
        });
        var retry = new Button(getTranslation("campaigns.batches.retry"), event -> {
            if (Notices.attempt(() -> batches.retry(batch.id()))) {
                Notices.success("campaigns.batches.retried");
            }
            show(batches.progress(campaignId));
        });
        retry.setId("batch-retry-" + batch.id());
        retry.setDisableOnClick(true);
        note.add(retry, new Details(getTranslation("campaigns.batches.failures"), list));
        return note;
    }
}
