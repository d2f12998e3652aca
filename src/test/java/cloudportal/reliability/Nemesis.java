package cloudportal.reliability;

import cloudportal.reliability.PostOffice.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Kills nodes, at any time or at a chosen moment of their conversation with the mail server. */
final class Nemesis {

    /** A node that has no mail to send for so long is killed all the same. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private static final int LONGEST_WHIM = 1_500;

    private final PostOffice postOffice;
    private final Random seed;

    Nemesis(PostOffice postOffice, Random seed) {
        this.postOffice = postOffice;
        this.seed = seed;
    }

    /** What was done, and when. */
    record Blow(String what, Instant at) {}

    /** Three in four die while they send a mail. */
    Blow kill(PortalNode node) {
        int choice = seed.nextInt(4);
        if (choice == 3) {
            LockSupport.parkNanos(Duration.ofMillis(seed.nextInt(LONGEST_WHIM)).toNanos());
            node.kill();
            return new Blow("kill -9 of %s".formatted(node.name()), Instant.now());
        }
        return killAt(node, Moment.values()[choice]);
    }

    private Blow killAt(PortalNode node, Moment moment) {
        CompletableFuture<Instant> killed = new CompletableFuture<>();
        PostOffice.Witness witness = (sender, seen) -> {
            if (sender.equals(node.name()) && seen == moment && !killed.isDone()) {
                node.kill();
                killed.complete(Instant.now());
            }
        };
        postOffice.add(witness);
        try {
            Instant at = killed.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
            return new Blow("kill -9 of %s with a mail %s".formatted(node.name(), moment), at);
        } catch (TimeoutException e) {
            postOffice.remove(witness);
            node.kill();
            return new Blow("kill -9 of %s, no mail to send".formatted(node.name()), Instant.now());
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            postOffice.remove(witness);
        }
    }
}
