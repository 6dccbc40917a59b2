package vn.reliefmap.web;

/** What a file to import holds; the words of the command line, in lower case. */
enum ImportKind {
    roads,
    communes,
    households,
    depots,
    stock,
    vehicles,
    flood,
    elevation
}
