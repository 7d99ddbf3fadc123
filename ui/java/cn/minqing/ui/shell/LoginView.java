package cn.minqing.ui.shell;

import cn.minqing.demo.DemoAccounts;
import cn.minqing.demo.DemoAccounts.DemoAccount;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** The sign-in page. In the demo it offers the demo accounts. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
@StyleSheet("styles/shell.css")
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final LoginForm form = new LoginForm();
    private final AuthenticationContext authentication;

    LoginView(AuthenticationContext authentication, Languages languages, ObjectProvider<DemoAccounts> demo) {
        this.authentication = authentication;
        addClassName("login");
        form.setI18n(texts());
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        var card =
                new Div(new H1(getTranslation("shell.product")), new Paragraph(getTranslation("shell.slogan")), form);
        card.addClassNames("section", "login-card");
        add(new LanguageSwitch(languages), card);
        demo.ifAvailable(accounts -> add(accounts(accounts.list())));
    }

    private Div accounts(List<DemoAccount> accounts) {
        var list = new UnorderedList();
        list.addClassName("login-accounts");
        for (var account : accounts) {
            var roles = String.join(
                    getTranslation("shell.listSeparator"),
                    account.roleNames().stream().map(key -> getTranslation(key)).toList());
            var name = new Span(account.name());
            name.addClassName("account-name");
            var role = new Span(roles);
            role.addClassName("tag");
            var button = new NativeButton("", e -> fill(account.account()));
            var what = new Span(getTranslation(account.whatToTry()));
            what.addClassName("muted");
            var id = new Span(account.account());
            id.addClassName("account-id");
            button.add(name, role, id, what);
            list.add(new ListItem(button));
        }
        var box = new Div(
                new H2(getTranslation("shell.login.demo")),
                new Paragraph(getTranslation("shell.login.demoHint")),
                list);
        box.addClassNames("section", "login-demo");
        return box;
    }

    private void fill(String account) {
        form.getElement().executeJs("""
                        const user = document.querySelector('[name=username]'), password = document.querySelector('[name=password]');
                        user.value = $0; user.dispatchEvent(new Event('input', {bubbles: true}));
                        password.focus(); user.scrollIntoView({block: 'center'});
                        """, account);
    }

    private LoginI18n texts() {
        var texts = LoginI18n.createDefault();
        texts.setHeader(null);
        texts.getForm().setTitle(getTranslation("shell.login.title"));
        texts.getForm().setUsername(getTranslation("shell.login.account"));
        texts.getForm().setPassword(getTranslation("shell.login.password"));
        texts.getForm().setSubmit(getTranslation("shell.login.submit"));
        texts.getErrorMessage().setTitle(getTranslation("shell.login.failed"));
        texts.getErrorMessage().setMessage(getTranslation("shell.login.failedHint"));
        texts.getErrorMessage().setUsername(getTranslation("shell.login.accountMissing"));
        texts.getErrorMessage().setPassword(getTranslation("shell.login.passwordMissing"));
        return texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (authentication.isAuthenticated()) {
            event.forwardTo("");
            return;
        }
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.login.title") + " · " + getTranslation("shell.product");
    }
}
