package cn.minqing.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One area of the administrative division; {@code code} begins with the code of every area it lies in.
 *
 * @param urban whether it is a community (社区) or lies in one, so that its households are urban (S9.1)
 */
public record Area(
        UUID id,
        String code,
        AreaLevel level,
        String name,
        @Nullable UUID parentId,
        boolean urban) {

    public boolean contains(String otherCode) {
        return otherCode.startsWith(code);
    }

    /** The code of the area of that level this one lies in (or is). */
    public String codeAt(AreaLevel wanted) {
        if (wanted.codeLength() > code.length()) {
            throw new IllegalArgumentException(name + " lies above " + wanted);
        }
        return code.substring(0, wanted.codeLength());
    }
}
