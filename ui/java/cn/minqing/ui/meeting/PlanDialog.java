package cn.minqing.ui.meeting;

import static cn.minqing.ui.component.PageParts.text;

import cn.minqing.campaign.CampaignView;
import cn.minqing.meeting.MeetingKind;
import cn.minqing.meeting.Meetings;
import cn.minqing.meeting.NewMeeting;
import cn.minqing.organization.Area;
import cn.minqing.organization.Person;
import cn.minqing.platform.Ids;
import cn.minqing.ui.component.PageParts;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** When, where, which kind of meeting, and who is invited. */
final class PlanDialog extends Dialog {
    private final UUID key = Ids.next();

    PlanDialog(MeetingServices services, CampaignView campaign, Consumer<UUID> planned) {
        setHeaderTitle(text("meeting.plan"));
        setWidth("36rem");
        setMaxWidth("100%");
        var kind = new Select<MeetingKind>();
        kind.setLabel(text("meeting.kind"));
        kind.setItems(MeetingKind.values());
        kind.setItemLabelGenerator(one -> one == null ? "" : text("meeting.kind." + one));
        var title = new TextField(text("meeting.field.title"));
        title.setMaxLength(Meetings.TITLE);
        var area = new Select<Area>();
        area.setLabel(text("duty.village"));
        var villages = services.meetings().villages(campaign.id());
        area.setItems(villages);
        area.setItemLabelGenerator(one -> one == null ? "" : one.name());
        if (villages.size() == 1) {
            area.setValue(villages.getFirst());
        }
        var day = new DatePicker(text("meeting.field.day"));
        day.setLocale(PageParts.locale());
        day.setValue(services.clock().today());
        var begins = new TimePicker(text("meeting.field.begins"));
        begins.setLocale(PageParts.locale());
        var place = new TextField(text("meeting.field.place"));
        place.setMaxLength(Meetings.PLACE);
        var invited = PageParts.area("meeting.field.invited", Meetings.INVITED);
        var cadres = new MultiSelectComboBox<Person>(text("meeting.field.cadres"));
        cadres.setItems(services.meetings().colleagues(campaign.id()));
        cadres.setItemLabelGenerator(Person::name);
        kind.addValueChangeListener(event -> {
            if (title.isEmpty() && event.getValue() != null) {
                title.setValue(text("meeting.kind." + event.getValue()));
            }
        });
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("kind", kind);
        fields.put("title", title);
        fields.put("area", area);
        fields.put("day", day);
        fields.put("begins", begins);
        fields.put("place", place);
        fields.put("invited", invited);
        fields.put("cadres", cadres);
        add(new Paragraph(text("meeting.plan.help")));
        fields.values().forEach(field -> {
            ((Component) field).getElement().getStyle().set("width", "100%");
            add((Component) field);
        });
        var save = new Button(text("meeting.plan.submit"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(event -> {
            var id = new UUID[1];
            if (Notices.attempt(
                    fields,
                    () -> id[0] = services.meetings()
                            .plan(new NewMeeting(
                                    key,
                                    campaign.id(),
                                    kind.getValue(),
                                    title.getValue(),
                                    area.getValue() == null
                                            ? null
                                            : area.getValue().id(),
                                    day.getValue(),
                                    begins.getValue(),
                                    place.getValue(),
                                    invited.getValue(),
                                    List.copyOf(cadres.getValue()).stream()
                                            .map(Person::id)
                                            .toList())))) {
                close();
                Notices.success("meeting.plan.done");
                planned.accept(id[0]);
            } else {
                save.setEnabled(true);
            }
        });
        getFooter().add(new Button(text("supervision.cancel"), event -> close()), save);
    }
}
