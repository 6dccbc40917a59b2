package vn.reliefmap.web;

/** What a file to import holds; the words of the command line, in lower case. */
enum ImportKind {
    roads,
    communes,
    households,
    reports,
    depots,
    stock,
    vehicles,
    flood,
    elevation;

    /** True for lists, which come as CSV or Excel. */
    boolean isList() {
        return this == households || this == reports || this == depots || this == stock || this == vehicles;
    }
}
