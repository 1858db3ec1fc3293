package nl.klantstem.app;

import nl.klantstem.contract.in.RejectReason;

/** Why a record is refused, for whoever can mend it: what is wrong and what to write instead. */
final class Remedy {

    private Remedy() {}

    static String of(RejectReason reason) {
        return switch (reason) {
            case EMPTY, TOMBSTONE -> "is empty: write a record, or remove the line";
            case TOO_LARGE -> "is larger than 256 KiB: it cannot be one record";
            case UNKNOWN_FORMAT, NOT_JSON -> "is not one JSON document in UTF-8: write one object on this line";
            case NOT_OBJECT -> "is no JSON object: begin with {";
            case DUPLICATE_FIELD -> "stands there twice: keep one of them";
            case TOO_DEEP -> "is nested deeper than 64 levels";
            case TOO_LONG -> "is too long: 256 characters for what is named, and no text above 64 KiB";
            case MISSING_FIELD -> "is missing or blank: it must be given";
            case NO_ID -> "is missing, blank or longer than 256 characters: give each record a name of its own";
            case TYPE -> "is of the wrong type: see the schema";
            case UNKNOWN_VALUE -> "is no value that is known: see the schema";
            case SCORE_RANGE, RANGE -> "is outside its range: see the schema";
            case TIME_FORMAT -> "is no time: write it as 2026-11-27T09:00:00+01:00";
            case TIME_UNIT -> "is in another unit: write it as 2026-11-27T09:00:00+01:00";
            case FUTURE, TOO_OLD, TOO_LATE -> "is a time that cannot be right";
            case TOO_MANY -> "is one of too many";
            case ERASED -> "was erased";
        };
    }
}
