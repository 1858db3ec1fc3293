package nl.klantstem.app.status;

/** Something that is to be known, how bad it is, and what to type (or look at) next. */
record Finding(Verdict verdict, String what, String next) {}
