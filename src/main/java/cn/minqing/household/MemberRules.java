package cn.minqing.household;

import cn.minqing.platform.UserError.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What must hold for what is said about a member; faults by field. */
final class MemberRules {
    private static final int NAME = 32;
    private static final int WORDS = 100;
    private static final int OLDEST = 130;
    private static final Pattern ID_NUMBER = Pattern.compile("\\d{17}[\\dX]");
    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private MemberRules() {}

    static Map<String, Message> faults(MemberInput member, int thisYear) {
        var faults = new LinkedHashMap<String, Message>();
        if (member.name().isBlank()) {
            faults.put("name", Message.of("household.member.nameMissing"));
        } else if (member.name().strip().length() > NAME) {
            faults.put("name", Message.of("household.member.nameTooLong", NAME));
        }
        var year = member.birthYear();
        if (year != null && (year > thisYear || year < thisYear - OLDEST)) {
            faults.put("birthYear", Message.of("household.member.birthYear", thisYear - OLDEST, thisYear));
        }
        var idNumber = idNumber(member.idNumber());
        if (!idNumber.isEmpty() && !isIdNumber(idNumber)) {
            faults.put("idNumber", Message.of("household.member.idNumber"));
        }
        if (member.health().length() > WORDS) {
            faults.put("health", Message.of("household.member.tooLong", WORDS));
        }
        if (member.disability().length() > WORDS) {
            faults.put("disability", Message.of("household.member.tooLong", WORDS));
        }
        return faults;
    }

    static String idNumber(String written) {
        return written.replace(" ", "").toUpperCase(java.util.Locale.ROOT);
    }

    /** GB 11643: seventeen digits and their check character. */
    private static boolean isIdNumber(String number) {
        if (!ID_NUMBER.matcher(number).matches()) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return number.charAt(WEIGHTS.length) == "10X98765432".charAt(sum % 11);
    }

    static boolean isPhone(String phone) {
        return PHONE.matcher(phone.strip().replace(" ", "")).matches();
    }
}
