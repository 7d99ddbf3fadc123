package cn.minqing.supervision;

/** What a circular says about a unit: criticism (通报批评) or praise of a model case (典型推广, S1.10). */
public enum CircularKind {
    CRITICISM,
    PRAISE
}
