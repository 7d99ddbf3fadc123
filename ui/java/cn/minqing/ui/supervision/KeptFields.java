package cn.minqing.ui.supervision;

import cn.minqing.tasklist.Drafts;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is typed into a few fields until it is handed in: the person comes back to it on any device. */
final class KeptFields {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Drafts drafts;
    private final String key;
    private final Map<String, String> kept;

    KeptFields(Drafts drafts, String key) {
        this.drafts = drafts;
        this.key = key;
        this.kept = drafts.load(key)
                .map(draft -> JSON.readValue(draft.json(), new TypeReference<LinkedHashMap<String, String>>() {}))
                .orElseGet(LinkedHashMap::new);
    }

    void keep(String name, TextArea field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        keep(name, field, Function.identity(), Function.identity());
    }

    void keep(String name, DatePicker field) {
        keep(name, field, LocalDate::toString, LocalDate::parse);
    }

    void keep(String name, RadioButtonGroup<Boolean> field) {
        keep(name, field, String::valueOf, Boolean::valueOf);
    }

    <E extends Enum<E>> void keep(String name, RadioButtonGroup<E> field, Class<E> type) {
        keep(name, field, E::name, value -> Enum.valueOf(type, value));
    }

    private <T> void keep(String name, HasValue<?, T> field, Function<T, String> out, Function<String, T> in) {
        var before = kept.get(name);
        if (before != null) {
            field.setValue(in.apply(before));
        }
        field.addValueChangeListener(event -> {
            if (field.isEmpty()) {
                kept.remove(name);
            } else {
                kept.put(name, out.apply(event.getValue()));
            }
            drafts.save(key, JSON.writeValueAsString(kept));
        });
    }

    /** It is handed in. */
    void clear() {
        kept.clear();
        drafts.clear(key);
    }
}
