package cn.minqing.ui.issue;

import static cn.minqing.ui.issue.IssueTexts.text;

import cn.minqing.issue.CommonProblems;
import cn.minqing.ui.shell.Dates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The common problems somebody has to do with, newest first. */
@Route("common-problems")
@Menu(title = "common.title", order = 32, icon = "vaadin:cluster")
@RolesAllowed({
    "CADRE",
    "VILLAGE_LEADER",
    "TOWN_LEADER",
    "COUNTY_LEADER",
    "CITY_LEADER",
    "PROVINCE_LEADER",
    "CAMPAIGN_OFFICE",
    "LEADING_GROUP"
})
@StyleSheet("context://styles/issue.css")
class CommonProblemsView extends Div implements HasDynamicTitle {
    CommonProblemsView(CommonProblems problems, Dates dates) {
        addClassName("page");
        var actions = new Div();
        actions.addClassName("page-actions");
        if (problems.mayCreate()) {
            var choose = new Anchor("issues?select=common", text("common.select"));
            choose.addClassName("button-link");
            actions.add(choose);
        }
        var header = new Div(new H1(text("common.title")), actions);
        header.addClassName("page-header");
        add(header);
        var lines = problems.list();
        if (lines.isEmpty()) {
            var empty = new Div(new H3(text("common.empty")), new Paragraph(text("common.emptyHint")));
            empty.addClassName("empty");
            add(empty);
            return;
        }
        var list = new Div();
        list.addClassName("inbox");
        lines.forEach(line -> list.add(row(line, dates)));
        add(list);
    }

    private static Component row(CommonProblems.Line line, Dates dates) {
        var state = new Span(text("common.state." + line.state()));
        state.addClassName("tag");
        var what = new Div(new Span(line.title() + " "), state);
        what.addClassName("what");
        var where = new Div(new Span(String.join(
                " · ",
                line.number(),
                line.place(),
                line.owner(),
                text("common.progress", line.issues(), line.told(), line.closed()))));
        where.addClassName("where");
        var due = new Div(new Span(dates.when(line.createdAt(), IssueTexts.locale())));
        due.addClassName("due");
        var row = new Anchor("common-problem/" + line.id(), "");
        row.addClassName("inbox-row");
        row.add(what, where, due);
        return row;
    }

    @Override
    public String getPageTitle() {
        return text("common.title");
    }
}
