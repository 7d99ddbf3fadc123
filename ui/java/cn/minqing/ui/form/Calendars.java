package cn.minqing.ui.form;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Date fields in the language of the page: months and days in words, dates written 2013-01-21. */
public final class Calendars {
    private Calendars() {}

    public static DatePicker translate(DatePicker picker) {
        picker.addAttachListener(event -> picker.setI18n(texts(picker, picker.getLocale())));
        return picker;
    }

    public static void translate(DateTimePicker picker) {
        picker.addAttachListener(event -> {
            var texts = new DatePicker();
            picker.setDatePickerI18n(texts(texts, picker.getLocale()));
        });
    }

    private static DatePicker.DatePickerI18n texts(com.vaadin.flow.component.Component of, Locale locale) {
        var monday = List.of(DayOfWeek.values());
        var days = Stream.concat(Stream.of(DayOfWeek.SUNDAY), monday.stream().limit(6))
                .toList();
        return new DatePicker.DatePickerI18n()
                .setDateFormats("yyyy-MM-dd", "yyyy-M-d", "yyyy.M.d", "yyyy/M/d", "yyyyMMdd")
                .setFirstDayOfWeek(1)
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(days.stream()
                        .map(day -> day.getDisplayName(TextStyle.FULL, locale))
                        .toList())
                .setWeekdaysShort(days.stream()
                        .map(day -> day.getDisplayName(TextStyle.NARROW, locale))
                        .toList())
                .setToday(of.getTranslation(locale, "forms.today"))
                .setCancel(of.getTranslation(locale, "forms.cancel"))
                .setBadInputErrorMessage(of.getTranslation(locale, "forms.badDate"));
    }
}
