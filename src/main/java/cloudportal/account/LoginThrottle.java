package cloudportal.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords, by address as well as by account, without letting them lock out anybody: an address from
 * which a person has logged in before is counted for that person alone. Each node counts for itself, in memory.
 */
@Component
class LoginThrottle {

    /** Failures in a row of one person at one address. */
    static final int OF_ONE = 10;

    /** Failures of one address, whomever it tries to be. */
    static final int OF_ADDRESS = 30;

    /** Failures for one account, from addresses that are new to it. */
    static final int OF_ACCOUNT = 50;

    /** How long a person waits at an address after too many failures in a row. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    /** How long the failures of an address and of an account are remembered after the last one. */
    private static final Duration PERIOD = Duration.ofMinutes(15);

    private static final Duration MEMORY = Duration.ofDays(30);
    private static final int MOST = 100_000;

    private record Pair(String address, String login) {}

    private final Cache<Pair, Integer> failuresOfOne;
    private final Cache<String, Integer> failuresOfAddress;
    private final Cache<String, Integer> failuresOfAccount;
    private final Cache<Pair, Boolean> known;

    @Autowired
    LoginThrottle() {
        this(Ticker.systemTicker());
    }

    LoginThrottle(Ticker ticker) {
        failuresOfOne = cache(ticker, PAUSE);
        failuresOfAddress = cache(ticker, PERIOD);
        failuresOfAccount = cache(ticker, PERIOD);
        known = cache(ticker, MEMORY);
    }

    /** Whether an attempt may be made now. One that may not does not count, so that waiting always helps. */
    boolean admits(String address, String login) {
        Pair pair = new Pair(address, login);
        if (count(failuresOfOne, pair) >= OF_ONE) {
            return false;
        }
        return known.getIfPresent(pair) != null
                || count(failuresOfAddress, address) < OF_ADDRESS && count(failuresOfAccount, login) < OF_ACCOUNT;
    }

    void failed(String address, String login) {
        Pair pair = new Pair(address, login);
        failuresOfOne.asMap().merge(pair, 1, Integer::sum);
        if (known.getIfPresent(pair) == null) {
            failuresOfAddress.asMap().merge(address, 1, Integer::sum);
            failuresOfAccount.asMap().merge(login, 1, Integer::sum);
        }
    }

    void succeeded(String address, String login) {
        Pair pair = new Pair(address, login);
        failuresOfOne.invalidate(pair);
        known.put(pair, true);
    }

    private static <K> int count(Cache<K, Integer> failures, K key) {
        Integer count = failures.getIfPresent(key);
        return count == null ? 0 : count;
    }

    private static <K, V> Cache<K, V> cache(Ticker ticker, Duration kept) {
        return Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(kept)
                .maximumSize(MOST)
                .build();
    }
}
