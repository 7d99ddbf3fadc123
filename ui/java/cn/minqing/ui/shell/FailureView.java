package cn.minqing.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** A page that could not be opened: says why, or gives the number under which the reason stands in the log. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FailureView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var told = Notices.userError(parameter.getException());
        var sentence = told.map(error -> Notices.text(error.message()))
                .orElseGet(() -> getTranslation("error.unexpected", Failures.log(parameter.getException())));
        show(this, "shell.failure.title", sentence);
        return told.isPresent() ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.failure.title");
    }

    static void show(Div page, String title, String sentence) {
        page.removeAll();
        page.addClassName("page");
        var link = new Anchor("", page.getTranslation("shell.toInbox"));
        link.addClassName("button-link");
        var box = new Div(new H1(page.getTranslation(title)), new Paragraph(sentence), link);
        box.addClassName("empty");
        page.add(box);
    }
}
