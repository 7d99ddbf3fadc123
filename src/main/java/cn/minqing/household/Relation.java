package cn.minqing.household;

/** What somebody is to the head of the household (户主). */
public enum Relation {
    HEAD,
    SPOUSE,
    SON,
    DAUGHTER,
    SON_IN_LAW,
    DAUGHTER_IN_LAW,
    FATHER,
    MOTHER,
    GRANDFATHER,
    GRANDMOTHER,
    GRANDSON,
    GRANDDAUGHTER,
    SIBLING,
    OTHER
}
