package cn.minqing.obligation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Words the records behind a figure; whoever writes records with a title implements it. */
public interface WorkTitles {

    /** The titles of those records that are known here, by id; without personal data. */
    Map<UUID, String> titles(List<UUID> sourceIds);
}
