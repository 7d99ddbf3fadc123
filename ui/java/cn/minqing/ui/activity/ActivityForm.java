package cn.minqing.ui.activity;

import cn.minqing.activity.ActivityInput;
import cn.minqing.activity.ActivityView;
import cn.minqing.campaign.CampaignTemplate.ActivityKind;
import cn.minqing.campaign.CampaignTemplate.Ask;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Participants;
import cn.minqing.campaign.Participants.Participant;
import cn.minqing.organization.Area;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Enterprise;
import cn.minqing.organization.Enterprises;
import cn.minqing.ui.form.Calendars;
import cn.minqing.volunteer.VolunteerView;
import cn.minqing.volunteer.Volunteers;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of one record of work: those every kind has, and those its kind asks for. */
final class ActivityForm extends Div {
    private final ActivityKind kind;
    private final TextField title = new TextField();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final ComboBox<Area> area = new ComboBox<>();
    private final TextArea words = new TextArea();
    private final IntegerField participants = new IntegerField();
    private final ComboBox<Enterprise> enterprise = new ComboBox<>();
    private final TextField volunteers = new TextField();
    private final MultiSelectComboBox<VolunteerView> registered = new MultiSelectComboBox<>();
    private final BigDecimalField amount = new BigDecimalField();
    private final TextField goods = new TextField();
    private final MultiSelectComboBox<Participant> cadres = new MultiSelectComboBox<>();
    private final HouseholdRows households;
    private final List<Area> places;

    ActivityForm(
            ActivityKind kind,
            CampaignView campaign,
            UUID unitId,
            LocalDate today,
            Areas areas,
            Enterprises enterprises,
            Participants people,
            Volunteers known,
            HouseholdRows households) {
        this.kind = kind;
        this.households = households;
        addClassName("issue-form");
        title.setLabel(getTranslation("activity.field.title"));
        title.setMaxLength(100);
        title.setWidthFull();
        title.setRequiredIndicatorVisible(true);
        days(today);
        places = Stream.concat(
                        areas.within(campaign.areaCode(), AreaLevel.VILLAGE).stream(),
                        areas.within(campaign.areaCode(), AreaLevel.GROUP).stream())
                .sorted(java.util.Comparator.comparing(Area::code))
                .toList();
        var names = places.stream().collect(Collectors.toMap(Area::code, Area::name, (a, b) -> a));
        area.setLabel(getTranslation("activity.field.place"));
        area.setItems(places);
        area.setItemLabelGenerator(one -> one.level() == AreaLevel.GROUP
                ? names.getOrDefault(one.code().substring(0, AreaLevel.VILLAGE.codeLength()), "") + one.name()
                : one.name());
        area.setWidthFull();
        area.setRequiredIndicatorVisible(true);
        if (!places.isEmpty()) {
            area.setValue(places.getFirst());
        }
        words.setLabel(getTranslation("activity.field.words"));
        words.setHelperText(getTranslation("activity.field.words.help"));
        words.setMaxLength(4000);
        words.setMinRows(4);
        words.setWidthFull();
        words.setRequiredIndicatorVisible(true);
        participants.setLabel(getTranslation("activity.field.participants"));
        participants.setMin(1);
        enterprise.setLabel(getTranslation("activity.field.enterprise"));
        enterprise.setItems(enterprises.within(campaign.areaCode()));
        enterprise.setItemLabelGenerator(Enterprise::name);
        enterprise.setWidthFull();
        volunteers.setLabel(getTranslation("activity.field.volunteers"));
        volunteers.setMaxLength(200);
        volunteers.setWidthFull();
        registered.setLabel(getTranslation("activity.field.registeredVolunteers"));
        registered.setItemLabelGenerator(VolunteerView::name);
        registered.setWidthFull();
        if (asks(Ask.VOLUNTEERS)) {
            registered.setItems(known.takingPart(campaign.id()));
        }
        amount.setLabel(getTranslation("activity.field.amount"));
        goods.setLabel(getTranslation("activity.field.goods"));
        goods.setMaxLength(200);
        goods.setWidthFull();
        cadres.setLabel(getTranslation("activity.field.cadres"));
        cadres.setHelperText(getTranslation("activity.field.cadres.help"));
        cadres.setItemLabelGenerator(Participant::name);
        cadres.setItems(people.ofUnit(campaign.id(), unitId));
        cadres.setWidthFull();

        var main = new Section(new H2(kind.name()), title, from);
        main.addClassName("section");
        if (asks(Ask.DAYS)) {
            main.add(to);
        }
        main.add(area, words);
        add(main);
        var more = new Section(new H2(getTranslation("activity.more")));
        more.addClassName("section");
        offer(more, Ask.CADRES, cadres);
        offer(more, Ask.PARTICIPANTS, participants);
        offer(more, Ask.ENTERPRISE, enterprise);
        offer(more, Ask.VOLUNTEERS, registered);
        offer(more, Ask.VOLUNTEERS, volunteers);
        if (!asks(Ask.HOUSEHOLDS)) {
            offer(more, Ask.AMOUNT, amount);
            offer(more, Ask.GOODS, goods);
        }
        if (more.getComponentCount() > 1) {
            add(more);
        }
        if (asks(Ask.HOUSEHOLDS)) {
            var homes = new Section(new H2(getTranslation("activity.households")), households);
            homes.addClassName("section");
            add(homes);
        }
        title.setManualValidation(true);
        from.setManualValidation(true);
        to.setManualValidation(true);
        area.setManualValidation(true);
        words.setManualValidation(true);
        participants.setManualValidation(true);
        enterprise.setManualValidation(true);
        amount.setManualValidation(true);
        cadres.setManualValidation(true);
    }

    private void days(LocalDate today) {
        from.setLabel(getTranslation(asks(Ask.DAYS) ? "activity.field.from" : "activity.field.day"));
        from.setValue(today);
        from.setMax(today);
        from.setRequiredIndicatorVisible(true);
        to.setLabel(getTranslation("activity.field.to"));
        to.setMax(today);
        Calendars.translate(from);
        Calendars.translate(to);
    }

    private boolean asks(Ask ask) {
        return kind.asks().contains(ask);
    }

    private void offer(Section place, Ask ask, Component field) {
        if (asks(ask)) {
            place.add(field);
        }
    }

    /** By the names {@link ActivityInput} gives them. */
    Map<String, HasValidation> fields() {
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("title", title);
        fields.put("from", from);
        fields.put("to", to);
        fields.put("areaId", area);
        fields.put("words", words);
        fields.put("cadres", cadres);
        fields.put("participants", participants);
        fields.put("enterpriseId", enterprise);
        fields.put("volunteers", volunteers);
        fields.put("amount", amount);
        fields.put("goods", goods);
        fields.putAll(households.fields());
        return fields;
    }

    ActivityInput input(UUID key, UUID unitId) {
        var place = area.getValue();
        var company = enterprise.getValue();
        return new ActivityInput(
                key,
                kind.code(),
                unitId,
                title.getValue(),
                from.getValue(),
                to.getValue(),
                place == null ? null : place.id(),
                words.getValue(),
                participants.getValue(),
                company == null ? null : company.id(),
                volunteers.getValue(),
                amount.getValue(),
                goods.getValue(),
                cadres.getValue().stream().map(Participant::personId).collect(Collectors.toSet()),
                households.given());
    }

    /** The registered volunteers who took part. */
    Set<UUID> volunteers() {
        return registered.getValue().stream().map(VolunteerView::id).collect(Collectors.toSet());
    }

    /** Who helped is told once, when the work is recorded. */
    void hideRegistered() {
        registered.setVisible(false);
    }

    /** Fills in what was written before. */
    void setValue(ActivityInput before) {
        title.setValue(before.title());
        from.setValue(before.from());
        to.setValue(before.to());
        places.stream()
                .filter(one -> one.id().equals(before.areaId()))
                .findFirst()
                .ifPresent(area::setValue);
        words.setValue(before.words());
        participants.setValue(before.participants());
        enterprise
                .getListDataView()
                .getItems()
                .filter(one -> one.id().equals(before.enterpriseId()))
                .findFirst()
                .ifPresent(enterprise::setValue);
        volunteers.setValue(before.volunteers());
        amount.setValue(before.amount());
        goods.setValue(before.goods());
        Set<UUID> chosen = before.cadres();
        cadres.setValue(cadres.getListDataView()
                .getItems()
                .filter(one -> chosen.contains(one.personId()))
                .collect(Collectors.toSet()));
        households.setGiven(before.households());
    }

    /** The version as input, to be corrected. */
    static ActivityInput of(ActivityView view, UUID key) {
        var version = view.current();
        return new ActivityInput(
                key,
                view.kind(),
                view.unitId(),
                version.title(),
                version.from(),
                version.to().equals(version.from()) ? null : version.to(),
                version.areaId(),
                version.words(),
                version.participants(),
                version.enterpriseId(),
                version.volunteers(),
                version.amount(),
                version.goods(),
                version.cadres().stream().map(ActivityView.Cadre::id).collect(Collectors.toSet()),
                version.households().stream()
                        .map(one -> new ActivityInput.Given(one.home().id(), one.amount(), one.goods()))
                        .toList());
    }

    /** Says when something was changed. */
    void onChange(Runnable changed) {
        List.<HasValue<?, ?>>of(
                        title, from, to, area, words, participants, enterprise, volunteers, amount, goods, cadres)
                .forEach(field -> field.addValueChangeListener(event -> {
                    if (event.isFromClient()) {
                        changed.run();
                    }
                }));
        households.onChange(changed);
    }
}
