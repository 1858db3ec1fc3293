package nl.klantstem.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.BotSessions;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactOutcomes;
import nl.klantstem.contract.out.ContactOutcomes.Handling;
import nl.klantstem.contract.out.ContactOutcomes.HumanOnRequest;
import nl.klantstem.contract.out.ContactRate;
import nl.klantstem.contract.out.Durations;
import nl.klantstem.contract.out.FirstContacts;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.Score;
import nl.klantstem.contract.out.ServiceLevel;
import nl.klantstem.contract.out.Share;
import nl.klantstem.contract.out.SurveyHealth;
import org.jspecify.annotations.Nullable;

/** Whether people are to be had, what the bot comes to, whether contacts come back, what is still open, and who answers. */
final class ServiceLines {

    /** Channels that may have a service level, as they are called. */
    private static final Map<Channel, String> CHANNELS = Map.of(
            Channel.PHONE, "Phone",
            Channel.CHAT, "Chat",
            Channel.EMAIL, "E-mail",
            Channel.BOT, "Bot");

    private static final Scope ALL = Scope.of(Map.of(Scope.AUDIENCE, Audience.CUSTOMER.name()));

    private static final Scope SURVEYS =
            Scope.of(Map.of(Scope.PROGRAMME, Programme.TRANSACTIONAL.name(), Scope.AUDIENCE, Audience.CUSTOMER.name()));

    private ServiceLines() {}

    static List<String> of(Latest latest) {
        var lines = new ArrayList<String>();
        lines.add(row(
                "channel, 24 h", "in time", "of due", "median wait", "90% within", "answered", "given up", "waiting"));
        lines.add(Board.RULE);
        for (Channel channel : Channel.values()) {
            if (CHANNELS.containsKey(channel)) {
                lines.add(channel(outcomes(latest, scope(Scope.CHANNEL, channel.name()), Board.DAY), channel));
            }
        }
        lines.add("");
        lines.add(line("bot, 7 d", bot(outcomes(latest, ALL, Board.WEEK))));
        lines.add(line("people, 7 d", people(outcomes(latest, ALL, Board.WEEK))));
        lines.add(line(
                "coming back",
                repeats(outcomes(latest, ALL, Board.DAY)) + firstContact(outcomes(latest, ALL, Board.MONTH))));
        lines.add(line("contact rate", rate(latest)));
        lines.add(line("open now", backlog(latest)));
        lines.add(line("surveys, 28 d", surveys(latest)));
        return lines;
    }

    private static Scope scope(String dimension, String label) {
        return Scope.of(Map.of(Scope.AUDIENCE, Audience.CUSTOMER.name(), dimension, label));
    }

    private static @Nullable ContactOutcomes outcomes(Latest latest, Scope scope, String length) {
        return latest.figure(ContactOutcomes.class, scope, length).orElse(null);
    }

    private static String channel(@Nullable ContactOutcomes of, Channel channel) {
        var name = CHANNELS.getOrDefault(channel, channel.name());
        if (of == null) {
            return row(name, Text.NONE, Text.NONE, Text.NONE, Text.NONE, Text.NONE, Text.NONE, Text.NONE);
        }
        @Nullable ServiceLevel level = of.serviceLevel();
        @Nullable Durations wait = of.timeToAnswer();
        return row(
                name,
                level == null ? Text.NONE : Text.percent(level.inTime(), level.due()),
                level == null ? Text.NONE : Text.whole(level.due()),
                wait == null ? Text.NONE : Text.time(wait.p50()),
                wait == null ? Text.NONE : Text.time(wait.p90()),
                Text.whole(of.answered()),
                Text.whole(of.abandoned()),
                Text.whole(of.waiting()));
    }

    private static String bot(@Nullable ContactOutcomes of) {
        @Nullable BotSessions bot = of == null ? null : of.bot();
        if (bot == null) {
            return "awaiting the first session with the bot";
        }
        long ended = bot.sessions() - bot.open();
        return Text.whole(ended) + " ended: "
                + Text.percent(bot.containedAssumed() + bot.containedConfirmed(), ended) + " contained ("
                + Text.percent(bot.containedConfirmed(), ended) + " confirmed), "
                + Text.percent(bot.handedOver(), ended) + " handed over, "
                + Text.percent(bot.stuck(), ended) + " stuck";
    }

    private static String people(@Nullable ContactOutcomes of) {
        @Nullable HumanOnRequest human = of == null ? null : of.human();
        if (of == null || human == null) {
            return "awaiting the first who ask for a person";
        }
        Map<Handling, Score> nps = of.nps() == null ? Map.of() : of.nps();
        return Text.percent(human.inTime(), human.due()) + " of " + Text.whole(human.due())
                + " who asked for one got one in time; NPS " + nps(nps.get(Handling.HUMAN_ONLY))
                + ", of the bot alone " + nps(nps.get(Handling.BOT_ONLY));
    }

    private static String nps(@Nullable Score score) {
        return score == null ? Text.NONE : Text.signed(score.nps());
    }

    private static String repeats(@Nullable ContactOutcomes of) {
        return of == null
                ? "awaiting the first contacts"
                : Text.whole(of.repeats()) + " repeats in 24 h (" + Text.percent(of.repeats(), of.contacts()) + ")";
    }

    private static String firstContact(@Nullable ContactOutcomes of) {
        if (of == null) {
            return "";
        }
        @Nullable FirstContacts first = of.firstContact();
        return first == null || first.due() == 0
                ? "; first-contact resolution: awaiting the first that is due"
                : "; first-contact resolution in 28 d " + Text.percent(first.resolved(), first.due()) + " of "
                        + Text.whole(first.due()) + " due";
    }

    private static String rate(Latest latest) {
        @Nullable
        ContactDrivers of = latest.figure(ContactDrivers.class, ALL, Board.DAY).orElse(null);
        @Nullable ContactRate flow = of == null ? null : of.flow();
        if (of == null || flow == null) {
            return "awaiting the first orders";
        }
        long orders = of.orders() == null ? 0 : of.orders();
        return Text.oneDecimal(flow.grossPer1000()) + " contacts per 1,000 orders in 24 h, "
                + Text.oneDecimal(flow.netPer1000()) + " orders with one (of " + Text.whole(orders) + ")";
    }

    /** The open contacts of a window are no older than it is long. */
    private static String backlog(Latest latest) {
        long hour = open(latest, Board.HOUR);
        long day = Math.max(hour, open(latest, Board.DAY));
        long month = Math.max(day, open(latest, Board.MONTH));
        return month < 0
                ? "awaiting the first contacts"
                : Text.whole(month) + " contacts: " + Text.whole(Math.max(0, hour)) + " up to an hour old, "
                        + Text.whole(day - Math.max(0, hour)) + " up to a day, " + Text.whole(month - day) + " older";
    }

    private static long open(Latest latest, String length) {
        @Nullable ContactOutcomes of = outcomes(latest, ALL, length);
        return of == null ? -1 : of.open();
    }

    private static String surveys(Latest latest) {
        @Nullable
        SurveyHealth of =
                latest.figure(SurveyHealth.class, SURVEYS, Board.MONTH).orElse(null);
        if (of == null || of.asked() == 0) {
            return "awaiting the first that is asked";
        }
        @Nullable Share due = of.responseRateDue();
        return Text.whole(of.asked()) + " asked: " + Text.percent(of.answered(), of.asked()) + " answered so far, "
                + (due == null ? "none due" : Text.percent(due.part(), due.whole()) + " of those due") + "; "
                + Text.percent(of.againWithinQuarantine(), of.asked()) + " asked again too soon";
    }

    private static String line(String name, String what) {
        return String.format(Locale.ROOT, "%-14s%s", name, what);
    }

    private static String row(Object... columns) {
        return String.format(Locale.ROOT, "%-16.16s %8s %8s %12s %12s %10s %10s %9s", columns);
    }
}
