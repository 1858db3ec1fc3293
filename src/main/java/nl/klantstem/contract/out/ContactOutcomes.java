package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the contacts of a scope in a window went: whether people were to be had, what the bot came to, whether contacts came
 * back and were routed right. Inbound contacts count at the time they opened, sessions with the bot at the time they
 * started; {@code outbound} contacts are in no other figure. Blocks without anything to say are absent.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactOutcomes(
        Scope scope,
        Window window,
        long contacts,
        long outbound,
        long open,
        long endedUnknown,
        long offered,
        long answered,
        long shortAbandoned,
        long abandoned,
        long waiting,
        long unanswered,
        @Nullable ServiceLevel serviceLevel,
        @Nullable Durations timeToAnswer,
        @Nullable Durations timeToHuman,
        @Nullable Durations timeToHumanFromOpening,
        long transferred,
        long transfers,
        @Nullable HumanOnRequest human,
        long stuckInBot,
        @Nullable BotSessions bot,
        @Nullable FirstContacts firstContact,
        long repeats,
        @Nullable Waits waits,
        @Nullable Routing routing,
        @Nullable Map<Handling, Score> nps,
        @Nullable BotAgainstHuman botAgainstHuman,
        OutcomeTotals totals,
        Instant asOf,
        boolean provisional,
        Completeness completeness,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    /** Who handled the contact that a response is about: only the bot, the bot and then a person, or only people. */
    public enum Handling {
        BOT_ONLY,
        HANDED_OVER,
        HUMAN_ONLY
    }

    /** Of those that asked for a person: whose promise of one was due, and kept in time; by why they asked, too. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HumanOnRequest(
            long asked, long due, long inTime, @Nullable Double ratio, SortedMap<String, Asked> byReason) {
        public HumanOnRequest {
            byReason = Collections.unmodifiableSortedMap(new TreeMap<>(byReason));
        }
    }

    /** The same for one reason: a HumanReason, or unknown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asked(
            long asked, long due, long inTime, @Nullable Double ratio) {}

    /** Contacts whose customer was told to wait, and those of them that another one on the issue followed. */
    public record Waits(long imposed, long secondContacts) {}

    /**
     * Contacts first handled by whom they were intended for, and by another; {@code misrouteRatio} = misrouted / (right +
     * misrouted). Contacts of which neither is known are in no route.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Routing(
            long right,
            long misrouted,
            @Nullable Double misrouteRatio,
            List<Route> routes,
            @Nullable Durations timeToRightOwner) {
        public Routing {
            routes = List.copyOf(routes);
        }
    }

    /**
     * NPS of BOT_ONLY minus NPS of HUMAN_ONLY, in points, and what may be concluded from it. Without figures when either is
     * suppressed.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BotAgainstHuman(
            @Nullable Double difference, @Nullable Interval interval, Verdict verdict) {}

    /** Whether the bot scores worse than people by more than the margin; TOO_FEW under 30 answers of either. */
    public enum Verdict {
        TOO_FEW,
        NOT_WORSE,
        WORSE,
        UNDECIDED
    }

    public ContactOutcomes {
        nps = nps == null ? null : Collections.unmodifiableMap(new TreeMap<>(nps));
    }
}
