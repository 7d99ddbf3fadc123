package cn.minqing.ui.supervision;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.ui.component.LadderMark;
import cn.minqing.ui.shell.Dates;
import cn.minqing.visit.Commitment;
import cn.minqing.visit.Commitments;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Promises, oral and public, until they are kept. */
@StyleSheet("context://styles/supervision.css")
@Route("commitments")
@Menu(title = "commitment.title", order = 42, icon = "vaadin:handshake")
@RolesAllowed({"CADRE", "UNIT_LEADER", "CAMPAIGN_OFFICE", "LEADING_GROUP", "INSPECTOR"})
class CommitmentsView extends Div implements HasDynamicTitle {
    private static final int SHOWN = 200;

    /** What a chip shows. */
    private enum Chip {
        OPEN,
        PUBLIC,
        ALL
    }

    private final Commitments commitments;
    private final Dates dates;
    private final AppClock clock;
    private final Div list = new Div();
    private final Map<Chip, NativeButton> chips = new LinkedHashMap<>();
    private Chip chosen = Chip.OPEN;

    CommitmentsView(Commitments commitments, Dates dates, AppClock clock) {
        this.commitments = commitments;
        this.dates = dates;
        this.clock = clock;
        addClassNames("page", "supervision");
        var campaigns = commitments.promisingIn();
        var promise =
                new Button(text("commitment.new"), event -> promise(campaigns).open());
        promise.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        promise.setVisible(!campaigns.isEmpty()
                && (Actors.current().has(Role.UNIT_LEADER) || Actors.current().has(Role.CAMPAIGN_OFFICE)));
        add(Parts.header(text("commitment.title"), text("commitment.rule"), promise));
        var row = new Div();
        row.addClassName("chips");
        for (var chip : Chip.values()) {
            var button = new NativeButton(text("commitment.chip." + chip), event -> {
                chosen = chip;
                show();
            });
            button.addClassName("chip");
            chips.put(chip, button);
            row.add(button);
        }
        list.addClassName("inbox");
        add(row, list);
        show();
    }

    private void show() {
        chips.forEach(
                (chip, button) -> button.getElement().setAttribute("aria-pressed", String.valueOf(chip == chosen)));
        list.removeAll();
        commitments.mine(chosen == Chip.OPEN, chosen == Chip.PUBLIC, SHOWN).forEach(one -> list.add(line(one)));
        if (list.getComponentCount() == 0) {
            list.add(Parts.empty("commitment.empty"));
        }
    }

    private Component line(Commitment one) {
        var what = new Div(new Span(one.text()));
        what.addClassName("what");
        var where = new Div(new Span(String.join(
                " · ",
                java.util.stream.Stream.of(
                                text(one.isPublic() ? "commitment.public" : "commitment.oral"),
                                one.madeBy(),
                                one.place(),
                                one.keptWords())
                        .filter(words -> !words.isEmpty())
                        .toList())));
        where.addClassName("where");
        var due = new Div();
        due.addClassName("due");
        if (one.overdue(clock.today()) && one.due() != null) {
            due.add(new LadderMark(LadderMark.Colour.RED, dates.due(one.due(), Parts.locale())));
        } else if (one.keptOn() != null) {
            due.add(Parts.tag(text(one.open() ? "commitment.toConfirm" : "commitment.kept")));
        } else if (one.due() != null) {
            due.add(new Span(dates.due(one.due(), Parts.locale())));
        }
        var line = new Div(what, where, due);
        line.addClassName("inbox-row");
        return line;
    }

    private FormDialog promise(List<CampaignView> campaigns) {
        var campaign = new Select<CampaignView>();
        campaign.setLabel(text("notice.field.campaign"));
        campaign.setItems(campaigns);
        campaign.setItemLabelGenerator(CampaignView::name);
        campaign.setWidthFull();
        var unit = new Select<Unit>();
        unit.setLabel(text("commitment.field.unit"));
        unit.setItemLabelGenerator(Unit::name);
        unit.setWidthFull();
        campaign.addValueChangeListener(
                event -> unit.setItems(commitments.promising(event.getValue().id())));
        campaign.setValue(campaigns.getFirst());
        var words = Parts.area("commitment.field.text", 200);
        var due = new DatePicker(text("commitment.field.due"));
        due.setLocale(Parts.locale());
        due.setManualValidation(true);
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("campaign", campaign);
        fields.put("unit", unit);
        fields.put("text", words);
        fields.put("due", due);
        return new FormDialog(
                "commitment.promise",
                fields,
                () -> {
                    if (unit.getValue() == null) {
                        throw UserError.invalid(Map.of("unit", UserError.Message.of("supervision.missing.unit")));
                    }
                    commitments.promise(
                            campaign.getValue().id(), unit.getValue().id(), words.getValue(), due.getValue());
                },
                this::show);
    }

    @Override
    public String getPageTitle() {
        return text("commitment.title");
    }
}
