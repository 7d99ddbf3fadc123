package cn.minqing.ui.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Layout;
import jakarta.annotation.security.PermitAll;

/** The frame of every page. */
@Layout
@PermitAll
@StyleSheet("context://styles/shell.css")
public class MainLayout extends AppLayout {
    MainLayout() {
        addToNavbar(new DrawerToggle());
    }
}
