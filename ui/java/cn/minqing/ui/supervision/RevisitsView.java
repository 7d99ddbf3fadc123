package cn.minqing.ui.supervision;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.campaign.CampaignView;
import cn.minqing.supervision.Revisits;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.MainLayout;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;

/** Draws reproducible samples of answered issues for blind visits, and shows what came of them. */
@StyleSheet("context://styles/supervision.css")
@Route("revisits")
@Menu(title = "revisit.title", order = 50, icon = "vaadin:random")
@RolesAllowed({"INSPECTOR", "LEADING_GROUP"})
class RevisitsView extends Div implements HasDynamicTitle {
    private final Revisits revisits;
    private final Dates dates;
    private final Div list = new Div();
    private final Select<CampaignView> campaign = new Select<>();
    private final Span population = new Span();
    private final TextField seed = new TextField(text("revisit.seed"));
    private final IntegerField size = new IntegerField(text("revisit.size"));
    private final Span share = new Span();
    private int known;

    RevisitsView(Revisits revisits, Dates dates) {
        this.revisits = revisits;
        this.dates = dates;
        addClassNames("page", "supervision");
        add(Parts.header(text("revisit.title"), text("revisit.rule")));
        var campaigns = revisits.campaigns();
        if (!campaigns.isEmpty()) {
            campaign.setItems(campaigns);
            add(draw());
            campaign.setValue(campaigns.getFirst());
        }
        add(Parts.section("revisit.draws", list));
        show();
    }

    private Component draw() {
        campaign.setLabel(text("notice.field.campaign"));
        campaign.setItemLabelGenerator(CampaignView::name);
        campaign.addValueChangeListener(event -> count());
        seed.setHelperText(text("revisit.seed.help"));
        seed.setMaxLength(64);
        seed.setManualValidation(true);
        size.setMin(1);
        size.setStepButtonsVisible(true);
        size.setManualValidation(true);
        size.addValueChangeListener(event -> showShare());
        share.addClassName("muted");
        share.getElement().setAttribute("role", "status");
        population.addClassName("muted");
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("seed", seed);
        fields.put("size", size);
        var draw = new Button(text("revisit.draw"));
        draw.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        draw.setDisableOnClick(true);
        draw.addClickListener(event -> {
            if (Notices.attempt(
                    fields,
                    () -> revisits.draw(
                            campaign.getValue().id(),
                            seed.getValue(),
                            size.getValue() == null ? 0 : size.getValue()))) {
                Notices.success("revisit.drawn", size.getValue());
                seed.clear();
                MainLayout.refresh();
                count();
                show();
            }
            draw.setEnabled(true);
        });
        var row = new Div(campaign, seed, size);
        row.addClassName("form-row");
        return Parts.section("revisit.new", population, row, share, draw);
    }

    private void count() {
        known = revisits.population(campaign.getValue().id());
        population.setText(text("revisit.population", known));
        size.setMax(Math.max(1, known));
        size.setValue(Math.min(known, Math.max(1, (known + 9) / 10)));
        showShare();
    }

    private void showShare() {
        share.setText(
                size.getValue() == null || known == 0
                        ? ""
                        : text("revisit.share", Math.round(1000.0 * size.getValue() / known) / 10.0));
    }

    private void show() {
        list.removeAll();
        for (var draw : revisits.draws()) {
            var drawn = new OrderedList();
            for (var issue : revisits.drawn(draw.id())) {
                drawn.add(new ListItem(
                        new Anchor("issue/" + issue.issueId(), issue.number() + " " + issue.title()),
                        Parts.tag(text(
                                issue.confirmed() == null
                                        ? "revisit.state.open"
                                        : issue.confirmed() ? "revisit.state.confirmed" : "revisit.state.refuted"))));
            }
            var hash = new Div(new Span(text("revisit.hash", draw.populationHash())));
            hash.addClassName("muted");
            hash.getStyle().set("overflow-wrap", "anywhere");
            var details = new Details(
                    text(
                            "revisit.drawLine",
                            draw.seed(),
                            draw.campaign(),
                            draw.size(),
                            draw.population(),
                            draw.answered(),
                            draw.confirmed()),
                    new Div(
                            new Span(text(
                                    "revisit.drawnBy", draw.drawnBy(), dates.when(draw.drawnAt(), Parts.locale()))),
                            hash,
                            drawn));
            list.add(details);
        }
        if (list.getComponentCount() == 0) {
            list.add(Parts.empty("revisit.empty"));
        }
    }

    @Override
    public String getPageTitle() {
        return text("revisit.title");
    }
}
