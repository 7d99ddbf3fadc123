package cn.minqing.ui.campaign;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Phase;
import cn.minqing.campaign.PlanContent;
import cn.minqing.campaign.PlanPaper;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Unit;
import cn.minqing.organization.Units;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays a plan out as the sheet that is read, approved and filed. */
@Component
class PlanSheet {
    private final Areas areas;
    private final Units units;
    private final PlanPaper paper;

    PlanSheet(Areas areas, Units units, PlanPaper paper) {
        this.paper = paper;
        this.areas = areas;
        this.units = units;
    }

    Div of(CampaignView campaign, PlanContent plan) {
        var sheet = new Sheet();
        sheet.title("campaigns.plan.paperTitle", campaign.name());
        sheet.part(1, "campaigns.plan.aims", plan.aims());
        sheet.part(2, "campaigns.plan.scope", null);
        var area = areas.place(campaign.areaCode());
        sheet.text(sheet.getTranslation(
                "campaigns.plan.scopeText",
                units.get(campaign.hostUnitId()).name(),
                area.isEmpty() ? areas.get(campaign.areaId()).name() : area,
                plan.unitIds().size(),
                names(plan, sheet.getTranslation("shell.listSeparator"))));
        sheet.text(sheet.getTranslation(
                "campaigns.plan.dates",
                campaign.mobilizationStart(),
                campaign.end(),
                campaign.dates().lastDayOf(Phase.MOBILIZATION),
                campaign.dates().lastDayOf(Phase.IMPLEMENTATION)));
        sheet.part(3, "campaigns.plan.work", plan.work());
        sheet.part(4, "campaigns.plan.organization", plan.organization());
        sheet.part(5, "campaigns.plan.discipline", plan.discipline());
        return sheet;
    }

    /** The newest version as the file that is printed and filed. */
    DownloadButton pdf(Div page, CampaignView campaign) {
        var button = new DownloadButton(
                page.getTranslation("campaigns.plan.pdf"),
                Pdf.download(
                        page.getTranslation("campaigns.plan.paperTitle", campaign.name()),
                        () -> paper.pdf(campaign.id())));
        button.setId("plan-pdf");
        return button;
    }

    private String names(PlanContent plan, String separator) {
        return departments(plan.unitIds()).stream().map(Unit::name).collect(Collectors.joining(separator));
    }

    /** The units in the order of their ids. */
    List<Unit> departments(List<UUID> unitIds) {
        var byId = units.get(unitIds).stream().collect(Collectors.toMap(Unit::id, unit -> unit));
        return unitIds.stream()
                .map(byId::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static final class Sheet extends Div {
        Sheet() {
            addClassNames("section", "paper", "campaign-paper");
        }

        void title(String key, String name) {
            var title = new H2(getTranslation(key, name));
            title.addClassName("paper-title");
            add(title);
        }

        void part(int number, String key, @Nullable String text) {
            add(new H3(getTranslation("campaigns.plan.part." + number, getTranslation(key))));
            if (text != null) {
                text(text);
            }
        }

        void text(String text) {
            var paragraph = new Div(text);
            paragraph.addClassName("campaign-text");
            add(paragraph);
        }
    }
}
