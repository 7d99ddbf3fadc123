package cn.minqing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What people read when the connection or the session is lost. An expired session reloads the page by itself: the
 * login comes up, and leads back to the same page.
 */
@Component
class ConnectionTexts implements VaadinServiceInitListener {
    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.setSystemMessagesProvider(info -> messages(service, info.getLocale()));
        service.addUIInitListener(e -> tell(service, e.getUI()));
        event.addIndexHtmlRequestListener(page -> page.getDocument().child(0).attr("lang", "zh-CN"));
    }

    private static SystemMessages messages(VaadinService service, Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption(text(service, locale, "internalError.caption"));
        messages.setInternalErrorMessage(text(service, locale, "internalError.message"));
        messages.setSyncErrorCaption(text(service, locale, "syncError.caption"));
        messages.setSyncErrorMessage(text(service, locale, "syncError.message"));
        messages.setCookiesDisabledCaption(text(service, locale, "cookiesDisabled.caption"));
        messages.setCookiesDisabledMessage(text(service, locale, "cookiesDisabled.message"));
        return messages;
    }

    private static void tell(VaadinService service, UI ui) {
        var locale = ui.getLocale();
        var online = text(service, locale, "online");
        var offline = text(service, locale, "offline");
        var reconnecting = text(service, locale, "reconnecting");
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(reconnecting);
        dialog.setDialogTextGaveUp(offline);
        dialog.setReconnectInterval(3000);
        ui.getPage().executeJs("""
                        const indicator = window.Vaadin?.connectionIndicator;
                        if (indicator) {
                          indicator.onlineText = $0;
                          indicator.offlineText = $1;
                          indicator.reconnectingText = $2;
                        }
                        document.documentElement.lang = $3;
                        """, online, offline, reconnecting, locale.toLanguageTag());
    }

    // Asked of the service itself: when a session has expired no service is current.
    private static String text(VaadinService service, Locale locale, String key) {
        return service.getInstantiator().getI18NProvider().getTranslation("connection." + key, locale);
    }
}
