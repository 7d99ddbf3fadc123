package cn.minqing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
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
        event.getSource().setSystemMessagesProvider(ConnectionTexts::messages);
        event.addIndexHtmlRequestListener(
                page -> page.getDocument().child(0).attr("lang", "zh-CN"));
        event.getSource().addUIInitListener(e -> tell(e.getUI()));
    }

    private static SystemMessages messages(SystemMessagesInfo info) {
        var locale = info.getLocale();
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption(text(locale, "internalError.caption"));
        messages.setInternalErrorMessage(text(locale, "internalError.message"));
        messages.setSyncErrorCaption(text(locale, "syncError.caption"));
        messages.setSyncErrorMessage(text(locale, "syncError.message"));
        messages.setCookiesDisabledCaption(text(locale, "cookiesDisabled.caption"));
        messages.setCookiesDisabledMessage(text(locale, "cookiesDisabled.message"));
        return messages;
    }

    private static void tell(UI ui) {
        var locale = ui.getLocale();
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(text(locale, "reconnecting"));
        dialog.setDialogTextGaveUp(text(locale, "offline"));
        dialog.setReconnectInterval(3000);
        ui.getPage()
                .executeJs(
                        """
                        const indicator = window.Vaadin?.connectionIndicator;
                        if (indicator) { indicator.onlineText = $0; indicator.offlineText = $1; indicator.reconnectingText = $2; }
                        document.documentElement.lang = $3;
                        """,
                        text(locale, "online"),
                        text(locale, "offline"),
                        text(locale, "reconnecting"),
                        locale.toLanguageTag());
    }

    private static String text(Locale locale, String key) {
        return I18NProvider.translate(locale, "connection." + key);
    }
}
