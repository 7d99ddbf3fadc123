package cn.minqing.ui.activity;

import cn.minqing.activity.ActivityInput;
import cn.minqing.household.HouseholdFilter;
import cn.minqing.household.HouseholdSummary;
import cn.minqing.household.Households;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The households a record reached, with what each got; found among those one may see. */
final class HouseholdRows extends Div {
    private static final int FOUND = 30;

    private final transient Households households;
    private final String areaCode;
    private final boolean withAmount;
    private final boolean withGoods;
    private final Div list = new Div();
    private final List<Row> rows = new ArrayList<>();
    private Runnable changed = () -> {};

    HouseholdRows(Households households, String areaCode, boolean withAmount, boolean withGoods) {
        this.households = households;
        this.areaCode = areaCode;
        this.withAmount = withAmount;
        this.withGoods = withGoods;
        var more =
                new Button(getTranslation("activity.household.add"), VaadinIcon.PLUS.create(), event -> add(new Row()));
        more.setId("activity-add-household");
        add(list, more);
    }

    private final class Row extends Div {
        private final ComboBox<HouseholdSummary> home = new ComboBox<>();
        private final BigDecimalField amount = new BigDecimalField();
        private final TextField goods = new TextField();

        Row() {
            addClassName("given-row");
            home.setLabel(getTranslation("activity.household"));
            home.setHelperText(getTranslation("activity.household.help"));
            home.setItemLabelGenerator(one -> one.place() + " " + one.number() + " " + one.headName());
            home.setItems(DataProvider.fromFilteringCallbacks(HouseholdRows.this::found, query ->
                    (int) HouseholdRows.this.found(query).count()));
            home.setWidthFull();
            amount.setLabel(getTranslation("activity.field.amount"));
            goods.setLabel(getTranslation("activity.field.goods"));
            goods.setMaxLength(200);
            var remove = new Button(getTranslation("activity.household.remove"), event -> {
                rows.remove(this);
                list.remove(this);
                changed.run();
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            add(home);
            if (withAmount) {
                add(amount);
            }
            if (withGoods) {
                add(goods);
            }
            add(remove);
            home.addValueChangeListener(event -> tell(event.isFromClient()));
            amount.addValueChangeListener(event -> tell(event.isFromClient()));
            goods.addValueChangeListener(event -> tell(event.isFromClient()));
        }

        private void tell(boolean byPerson) {
            if (byPerson) {
                changed.run();
            }
        }
    }

    private Stream<HouseholdSummary> found(Query<HouseholdSummary, String> query) {
        var filter = new HouseholdFilter(areaCode, query.getFilter().orElse(""), "", false);
        return households.page(filter, null, FOUND).items().stream()
                .skip(query.getOffset())
                .limit(query.getLimit());
    }

    private void add(Row row) {
        rows.add(row);
        list.add(row);
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    List<ActivityInput.Given> given() {
        return rows.stream()
                .filter(row -> row.home.getValue() != null)
                .map(row ->
                        new ActivityInput.Given(row.home.getValue().id(), row.amount.getValue(), row.goods.getValue()))
                .toList();
    }

    void setGiven(List<ActivityInput.Given> given) {
        rows.clear();
        list.removeAll();
        var homes = households.summaries(
                given.stream().map(ActivityInput.Given::householdId).toList());
        given.stream().filter(one -> homes.containsKey(one.householdId())).forEach(one -> {
            var row = new Row();
            row.home.setValue(homes.get(one.householdId()));
            row.amount.setValue(one.amount());
            row.goods.setValue(one.goods());
            add(row);
        });
    }

    /** The fields by the names of {@link ActivityInput}, empty rows left out as they are when handed in. */
    Map<String, HasValidation> fields() {
        var fields = new LinkedHashMap<String, HasValidation>();
        var chosen = rows.stream().filter(row -> row.home.getValue() != null).toList();
        for (var index = 0; index < chosen.size(); index++) {
            if (index == 0) {
                fields.put("households", chosen.getFirst().home);
            }
            fields.put("households[" + index + "].amount", chosen.get(index).amount);
            fields.put("households[" + index + "].goods", chosen.get(index).goods);
        }
        return fields;
    }
}
