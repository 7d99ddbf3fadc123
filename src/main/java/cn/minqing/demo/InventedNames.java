package cn.minqing.demo;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Names of people who do not exist: drawn from common surnames and given names, no full name twice. */
final class InventedNames {
    private final DemoData data;
    private final Random random;
    private final Set<String> given = new HashSet<>();

    InventedNames(DemoData data, Random random) {
        this.data = data;
        this.random = random;
    }

    String next() {
        return next(pick(data.surnames()));
    }

    /** Somebody of that family. */
    String next(String surname) {
        String name;
        do {
            name = surname + pick(data.middles()) + pick(data.lasts());
        } while (!given.add(name));
        return name;
    }

    private String pick(String from) {
        var index = random.nextInt(from.length());
        return from.substring(index, index + 1);
    }
}
