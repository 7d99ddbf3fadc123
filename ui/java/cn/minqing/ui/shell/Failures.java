package cn.minqing.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What nobody foresaw: a calm sentence with a reference number, and the same number in the log. */
@Component
class Failures implements VaadinServiceInitListener {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int NUMBERS = 1_000_000;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(e -> e.getSession().setErrorHandler(Failures::handle));
    }

    private static void handle(ErrorEvent event) {
        var told = Notices.userError(event.getThrowable());
        var ui = UI.getCurrent();
        if (told.isPresent()) {
            if (ui != null) {
                Notices.show(told.get());
            }
            return;
        }
        var reference = log(event.getThrowable());
        if (ui != null) {
            Notices.failure(I18NProvider.translate(ui.getLocale(), "error.unexpected", reference));
        }
    }

    /** Logs the failure and gives the number that leads to it. */
    static String log(Throwable failure) {
        var reference =
                String.format(Locale.ROOT, "%06d", ThreadLocalRandom.current().nextInt(NUMBERS));
        LOG.error("Reference {}", reference, failure);
        return reference;
    }
}
