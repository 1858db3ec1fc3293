package nl.klantstem.contract.in;

/** Why a record was refused. The names are published in dead letters, metrics and summaries. */
public enum RejectReason {
    /** No bytes at all. */
    EMPTY,
    /** No value and no tick header: a tombstone has no meaning on a topic of events, nor under a key that is none. */
    TOMBSTONE,
    /** More bytes than an event may have; not parsed. */
    TOO_LARGE,
    /** A binary format (a leading zero byte) where JSON is expected. */
    UNKNOWN_FORMAT,
    /** Not one well-formed UTF-8 JSON document. */
    NOT_JSON,
    /** JSON, but not an object. */
    NOT_OBJECT,
    /** The same field twice. */
    DUPLICATE_FIELD,
    /** Nested deeper than 64 levels. */
    TOO_DEEP,
    /** A number, name or string longer than any sensible event has. */
    TOO_LONG,
    /** A required field is absent or null. */
    MISSING_FIELD,
    /**
     * The id that names the fact (responseId, contactId, invitationId, orderId, shipmentId) or the event (eventId) is
     * absent, empty or longer than 256 characters.
     */
    NO_ID,
    /** A field of another JSON type than the contract says. */
    TYPE,
    /** An unknown value of a required enum. */
    UNKNOWN_VALUE,
    /** nps, csat or ces outside its scale, or not whole. */
    SCORE_RANGE,
    /** Another number outside its range. */
    RANGE,
    /** A time that is not ISO-8601 with an offset. */
    TIME_FORMAT,
    /** A time whose unit is wrong: seconds taken for milliseconds or the reverse. */
    TIME_UNIT,
    /** Happened more than 5 minutes after it was recorded, or was recorded in the future. */
    FUTURE,
    /** Happened before 1980. */
    TOO_OLD,
    /** Became known longer after it happened than facts are kept (400 days; orders and deliveries 120). */
    TOO_LATE,
    /** Its customer, contact or response has more events than are kept. */
    TOO_MANY,
    /** The customer asked to be forgotten. */
    ERASED
}
