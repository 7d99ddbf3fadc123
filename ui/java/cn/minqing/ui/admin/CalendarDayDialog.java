package cn.minqing.ui.admin;

import cn.minqing.issue.WorkCalendar;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/** Makes one day a workday or a holiday, or leaves it to the official calendar again. */
class CalendarDayDialog extends Dialog {
    private static final int NAME = 40;
    private static final int SOURCE = 120;

    CalendarDayDialog(WorkCalendar calendar, WorkCalendar.Day day, Runnable done) {
        setHeaderTitle(Dates.date(day.date(), getLocale()));
        setWidth("32rem");
        setMaxWidth("100%");
        var kind = new RadioButtonGroup<Boolean>(getTranslation("calendar.kind"));
        kind.setItems(true, false);
        kind.setItemLabelGenerator(workday -> getTranslation(workday ? "calendar.workday" : "calendar.holiday"));
        kind.setValue(!day.workday());
        var name = new TextField(getTranslation("calendar.name"));
        name.setMaxLength(NAME);
        name.setWidthFull();
        name.setRequiredIndicatorVisible(true);
        name.setValue(day.name());
        var source = new TextField(getTranslation("calendar.source"));
        source.setMaxLength(SOURCE);
        source.setWidthFull();
        source.setRequiredIndicatorVisible(true);
        source.setHelperText(getTranslation("calendar.sourceHint"));
        add(new Paragraph(getTranslation("calendar.dialog")), kind, name, source);
        Map<String, HasValidation> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("source", source);

        getFooter().add(new Button(getTranslation("shell.cancel"), e -> close()));
        if (day.set()) {
            getFooter()
                    .add(new Button(
                            getTranslation("calendar.clear"),
                            e -> change(fields, () -> calendar.clear(day.date()), done)));
        }
        var submit = new Button(
                getTranslation("calendar.submit"),
                e -> change(
                        fields,
                        () -> calendar.set(day.date(), kind.getValue(), name.getValue(), source.getValue()),
                        done));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(submit);
    }

    private void change(Map<String, HasValidation> fields, IntSupplier command, Runnable done) {
        var moved = new int[1];
        if (Notices.attempt(fields, () -> moved[0] = command.getAsInt())) {
            close();
            Notices.success("calendar.done", moved[0]);
            done.run();
        }
    }
}
