package cn.minqing.ui.template;

import static cn.minqing.ui.template.TemplateTexts.text;

import cn.minqing.campaign.TemplateVersions;
import cn.minqing.campaign.TemplateVersions.Version;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Begins a template as a copy of another. */
final class NewTemplateDialog extends Dialog {
    NewTemplateDialog(TemplateVersions templates, List<Version> from, Consumer<Version> begun) {
        setHeaderTitle(text("templates.new.title"));
        setWidth("36rem");
        setMaxWidth("100%");
        var source = new Select<Version>();
        source.setId("template-new-from");
        source.setLabel(text("templates.new.from"));
        source.setItems(from);
        source.setItemLabelGenerator(Version::name);
        source.setWidthFull();
        if (!from.isEmpty()) {
            source.setValue(from.getFirst());
        }
        var name = new TextField(text("templates.new.name"));
        name.setId("template-new-name");
        name.setWidthFull();
        var id = new TextField(text("templates.new.id"));
        id.setId("template-new-id");
        id.setHelperText(text("templates.new.id.help"));
        id.setWidthFull();
        Map<String, HasValidation> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("id", id);
        var submit = new Button(text("templates.new.submit"));
        submit.setId("template-new-submit");
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(event -> {
            var chosen = source.getValue();
            if (chosen != null
                    && Notices.attempt(fields, () -> {
                        var version = templates.create(id.getValue().strip(), name.getValue(), chosen.id());
                        close();
                        begun.accept(version);
                    })) {
                return;
            }
            submit.setEnabled(true);
        });
        add(new Paragraph(text("templates.new.help")), source, name, id);
        getFooter().add(new Button(text("templates.cancel"), event -> close()), submit);
    }
}
