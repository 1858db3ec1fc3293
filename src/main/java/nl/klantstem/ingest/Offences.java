package nl.klantstem.ingest;

import java.util.ArrayList;
import java.util.List;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.ingest.Parsed.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * What a well-formed document did wrong. The one that is reported is the same for the same bytes: a missing id before any
 * other missing field, before the first other offence in the document.
 */
final class Offences {

    private @Nullable Rejected worst;
    private @Nullable List<String> ignored;
    private @Nullable String list;
    private int element;

    void note(RejectReason reason, String field) {
        if (worst == null || rank(reason) < rank(worst.reason())) {
            worst = new Rejected(reason, placed(field));
        }
    }

    /** What is noted from here on befalls this element of a list. */
    void enter(String listField, int index) {
        list = listField;
        element = index;
    }

    void leave() {
        list = null;
    }

    /** The field with its place in the list that is being read: {@code items[2].quantity}. */
    String placed(String field) {
        return list == null ? field : list + "[" + element + "]" + field.substring(list.length());
    }

    /** The value of an optional field is not known, or not kept whole; the event counts without it. */
    void ignore(String field) {
        if (ignored == null) {
            ignored = new ArrayList<>();
        }
        if (!ignored.contains(field)) {
            ignored.add(field);
        }
    }

    @Nullable
    Rejected worst() {
        return worst;
    }

    List<String> ignored() {
        return ignored == null ? List.of() : ignored;
    }

    private static int rank(RejectReason reason) {
        return switch (reason) {
            case NO_ID -> 0;
            case MISSING_FIELD -> 1;
            default -> 2;
        };
    }
}
