package cn.minqing.ui.campaign;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Phase;
import cn.minqing.campaign.Rotations;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;

/** The work team of the running period (S3.9): drawn once by the office, who is excused is replaced; the others read. */
final class RotationPanel extends Div {
    private static final int PAGE = 50;

    private final transient Rotations rotations;
    private final transient CampaignView campaign;
    private final boolean office;

    RotationPanel(Rotations rotations, CampaignView campaign, boolean office) {
        this.rotations = rotations;
        this.campaign = campaign;
        this.office = office && campaign.phase() != Phase.ARCHIVED;
        setId("campaign-rotation");
        addClassName("campaign-stack");
        show();
    }

    private void show() {
        removeAll();
        var drawn = rotations.draws(campaign.id()).stream()
                .filter(draw -> draw.period() == campaign.period())
                .findFirst();
        if (drawn.isEmpty()) {
            add(Pieces.muted(getTranslation(
                    "campaigns.rotation.open", campaign.template().assignment().rotation())));
            if (office) {
                var draw = new Button(getTranslation("campaigns.rotation.draw"), event -> {
                    if (Notices.attempt(() -> rotations.draw(campaign.id()))) {
                        show();
                    }
                });
                draw.setId("rotation-draw");
                draw.setDisableOnClick(true);
                add(draw);
            }
            return;
        }
        add(Pieces.muted(getTranslation(
                "campaigns.rotation.drawn",
                rotations.serving(campaign.id(), campaign.period()),
                drawn.get().years(),
                drawn.get().seed())));
        more(0);
    }

    private void more(int offset) {
        var page = rotations.team(campaign.id(), campaign.period(), offset, PAGE + 1);
        page.stream().limit(PAGE).forEach(member -> add(row(member)));
        if (page.size() > PAGE) {
            add(new Button(getTranslation("campaigns.rotation.more"), event -> {
                remove(event.getSource());
                more(offset + PAGE);
            }));
        }
    }

    private Div row(Rotations.Member member) {
        var text = new Div(Pieces.span("campaign-unit", member.name()), Pieces.muted(member.unit()));
        var row = new Div(text);
        row.addClassName("campaign-cadre");
        if (member.excused() != null) {
            text.add(Pieces.muted(getTranslation("campaigns.rotation.excused", member.excused())));
        } else if (office) {
            row.add(new Button(
                    getTranslation("campaigns.rotation.excuse"),
                    event -> new ReasonDialog("rotation-excuse", "campaigns.rotation.excuseDialog", reason -> {
                                rotations.excuse(campaign.id(), member.personId(), reason);
                                show();
                            })
                            .open()));
        }
        return row;
    }
}
