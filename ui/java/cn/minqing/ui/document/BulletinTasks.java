package cn.minqing.ui.document;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.bulletin.Bulletin;
import cn.minqing.bulletin.BulletinBoard;
import cn.minqing.bulletin.Bulletins;
import cn.minqing.tasklist.Drafts;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import cn.minqing.ui.supervision.Parts;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The pages of the tasks of {@code bulletin}: the leading group signs or returns, the office revises. */
@Component
class BulletinTasks implements TaskPage {
    private final Bulletins bulletins;
    private final BulletinBoard board;
    private final Drafts drafts;
    private final ObjectMapper json;

    BulletinTasks(Bulletins bulletins, BulletinBoard board, Drafts drafts, ObjectMapper json) {
        this.bulletins = bulletins;
        this.board = board;
        this.drafts = drafts;
        this.json = json;
    }

    @Override
    public Set<String> elements() {
        return Set.of("bulletin." + Bulletins.SIGN, "bulletin." + Bulletins.REVISE);
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        var bulletin = bulletins.get(item.subjectId());
        var panel = new Div();
        panel.addClassNames("page", "page-form");
        panel.add(Parts.header(bulletin.title(), bulletin.campaign()));
        if (item.element().equals(Bulletins.SIGN)) {
            sign(panel, bulletin, item, done);
        } else {
            revise(panel, bulletin, item, done);
        }
        return panel;
    }

    private void sign(Div panel, Bulletin bulletin, WorkItem item, Runnable done) {
        var words = Parts.section("bulletin.words");
        bulletin.body().lines().filter(line -> !line.isBlank()).forEach(line -> words.add(new Paragraph(line)));
        var reason = Parts.area("document.field.reason", Bulletins.REASON);
        reason.setHelperText(text("document.field.reason.help"));
        panel.add(words, Parts.section("bulletin.signing", reason));
        var file = new DownloadButton(
                text("document.pdf"), Pdf.download(bulletin.title(), () -> board.pdf(bulletin.id())));
        panel.add(bar(
                file,
                button(
                        "document.sendBack",
                        false,
                        Map.of("reason", reason),
                        done,
                        () -> bulletins.sendBack(item.id(), reason.getValue())),
                button("bulletin.sign", true, Map.of(), done, () -> bulletins.sign(item.id()))));
    }

    private void revise(Div panel, Bulletin bulletin, WorkItem item, Runnable done) {
        var returned = new Div(text("document.returnedBecause", "", bulletin.reason()));
        returned.addClassName("warn-note");
        var form = new BulletinForm(
                bulletins,
                drafts,
                json,
                bulletin.campaignId(),
                "bulletin/" + bulletin.id(),
                new Bulletins.Content(bulletin.from(), bulletin.to(), bulletin.title(), bulletin.body()));
        panel.add(returned, Parts.section("bulletin.revising", form));
        panel.add(bar(
                button("bulletin.drop", false, Map.of(), done, () -> bulletins.drop(item.id())),
                button("bulletin.compose.submit", true, form.fields(), done, () -> {
                    bulletins.revise(item.id(), form.content(), form.checked());
                    form.clear();
                })));
    }

    private static Div bar(com.vaadin.flow.component.Component... content) {
        var bar = new Div(content);
        bar.addClassName("action-bar");
        return bar;
    }

    private static Button button(
            String key, boolean primary, Map<String, ? extends HasValidation> fields, Runnable done, Runnable command) {
        var button = new Button(text(key));
        button.setDisableOnClick(true);
        if (primary) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        button.addClickListener(event -> {
            if (Notices.attempt(fields, command)) {
                Notices.success(key.equals("bulletin.compose.submit") ? "bulletin.compose.done" : key + ".done");
                done.run();
            } else {
                button.setEnabled(true);
            }
        });
        return button;
    }
}
