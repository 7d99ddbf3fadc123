package cn.minqing.bulletin;

import cn.minqing.platform.UserError;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps residents out of what is published (个人信息保护法). */
@Component
class BulletinPrivacy {
    /** A telephone, identity or bank number; years and sums are shorter. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9])(?:[0-9]{7,}[Xx]?|[0-9]{3,4}[- ][0-9]{6,8})(?![0-9])");

    private static final String SEPARATOR = " ";
    private static final int SHOWN = 5;

    private final JdbcClient jdbc;

    BulletinPrivacy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stops at a number that may be somebody's, and at the name of a resident of the area; a name may also be an ordinary
     * word, so somebody who {@code checked} may go on.
     *
     * @throws UserError {@code bulletin.numbers}, {@code bulletin.names}
     */
    void check(String areaCode, String words, boolean checked) {
        var numbers = NUMBER.matcher(words)
                .results()
                .map(found -> found.group())
                .limit(SHOWN)
                .toList();
        if (!numbers.isEmpty()) {
            throw new UserError("bulletin.numbers", String.join(SEPARATOR, numbers));
        }
        if (checked) {
            return;
        }
        var names = jdbc.sql("""
                select distinct m.name from household_member m join household h on h.id = m.household_id
                where h.village_code like :village and :area like left(h.group_code, length(:area))
                  and length(m.name) > 1 and position(m.name in :words) > 0
                order by m.name limit :shown
                """)
                .param("village", areaCode.substring(0, Math.min(areaCode.length(), 12)) + "%")
                .param("area", areaCode)
                .param("words", words)
                .param("shown", SHOWN)
                .query(String.class)
                .list();
        if (!names.isEmpty()) {
            throw new UserError("bulletin.names", String.join(SEPARATOR, names));
        }
    }
}
