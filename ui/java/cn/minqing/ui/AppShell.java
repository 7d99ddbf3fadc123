package cn.minqing.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;

/**
 * The page around all views. No service worker (offline capture brings its own) and no push: where a page waits for
 * long work it polls, which survives proxies and bad connections.
 */
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("styles/minqing.css")
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
public class AppShell implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icons/minqing.svg", "any");
        settings.addMetaTag("theme-color", "#f6f7f6");
        settings.addMetaTag("color-scheme", "light");
        settings.addMetaTag("format-detection", "telephone=no");
    }
}
