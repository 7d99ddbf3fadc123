package cn.minqing.ui.document;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.document.DocumentContent;
import cn.minqing.document.DocumentView;
import cn.minqing.form.Forms;
import cn.minqing.ui.form.FormFacts;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.supervision.Parts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/** A document to be read, with the versions that were returned. */
final class DocumentFacts extends Div {
    DocumentFacts(DocumentView document, Forms forms, Dates dates) {
        var facts = new DescriptionList();
        facts.addClassName("facts");
        Parts.fact(facts, "document.owner", document.personName());
        Parts.fact(facts, "document.unit", document.unitName());
        Parts.fact(facts, "document.state", text("document.state." + document.state()));
        Parts.fact(facts, "document.due", Dates.date(document.due(), Parts.locale()));
        var at = document.handedInAt();
        Parts.fact(
                facts,
                "document.handedInBy",
                at == null ? "" : document.writer() + " " + Dates.moment(at, Parts.locale()));
        Parts.fact(facts, "document.lateness", document.late() ? text("document.late") : "");
        Parts.fact(facts, "document.reviewer", document.reviewer());
        Parts.fact(facts, "document.reason", document.reason());
        Parts.fact(facts, "document.featured", document.featured() ? text("document.featured.yes") : "");
        add(Parts.section("document.facts", facts));
        if (at != null) {
            var words = Parts.section("document.words");
            words.add(new H3(document.content().title()), content(document.form(), document.content(), forms));
            add(words);
        }
        for (var earlier : document.earlier()) {
            var version = new Details(
                    text(
                            "document.earlier",
                            earlier.writer(),
                            Dates.moment(earlier.at(), Parts.locale()),
                            earlier.reason()),
                    new H3(earlier.content().title()),
                    content(document.form(), earlier.content(), forms));
            add(version);
        }
    }

    private static Component content(String form, DocumentContent content, Forms forms) {
        if (!form.isEmpty()) {
            return new FormFacts(forms.get(form), content.answers());
        }
        var words = new Div();
        content.body().lines().filter(line -> !line.isBlank()).forEach(line -> words.add(new Paragraph(line)));
        return words;
    }
}
