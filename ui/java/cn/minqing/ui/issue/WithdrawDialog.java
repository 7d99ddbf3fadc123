package cn.minqing.ui.issue;

import static cn.minqing.ui.issue.IssueTexts.text;

import cn.minqing.issue.IssueRequests;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.UUID;

/** Notes in the resident's own words that they take the matter back. */
class WithdrawDialog extends Dialog {
    private static final int TEXT = 2000;

    WithdrawDialog(IssueRequests requests, UUID issueId, Runnable done) {
        setHeaderTitle(text("clock.withdraw"));
        var words = new TextArea(text("clock.field.withdraw"));
        words.setMaxLength(TEXT);
        words.setMinRows(3);
        words.setWidthFull();
        words.setRequiredIndicatorVisible(true);
        add(new Paragraph(text("clock.withdrawHint")), words);
        var submit = new Button(text("clock.withdraw"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickListener(e -> {
            if (Notices.attempt(Map.of("words", words), () -> requests.withdraw(issueId, words.getValue()))) {
                close();
                Notices.success("clock.withdrawn");
                done.run();
            }
        });
        getFooter().add(new Button(text("shell.cancel"), e -> close()), submit);
    }
}
