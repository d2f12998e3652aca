package cloudportal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Everybody who works at one server: customers who are logged in with contracts left to cancel, staff, and an administrator. */
final class Crowd {

    private static final int LOGGING_IN = 4;

    private final Server server;
    private final People people;
    private final List<Session> staff = new ArrayList<>();
    private final Session administrator;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger nextCustomer = new AtomicInteger(1);

    Crowd(Server server, People people) {
        this.server = server;
        this.people = people;
        this.administrator = Session.logIn(server, People.ADMINISTRATOR, null);
    }

    /** A customer who is logged in, and the next of the contracts. */
    record Waiting(Session session, int customer, int contract) {

        String contractNumber() {
            return People.contract(customer, contract);
        }
    }

    /** Logs in as many as that number of cases needs, so that nobody has to while time is taken. */
    void gather(int users, int cases) {
        while (staff.size() < users) {
            staff.add(Session.logIn(server, People.staff(staff.size() + 1), CasePlay.STAFF_LIST));
        }
        int ready = waiting.stream()
                .mapToInt(one -> people.contractsEach() - one.contract() + 1)
                .sum();
        int missing = Math.max(0, cases - ready);
        ExecutorService logins = Executors.newFixedThreadPool(LOGGING_IN);
        List<Future<?>> all = IntStream.range(0, (missing + people.contractsEach() - 1) / people.contractsEach())
                .<Future<?>>mapToObj(i -> logins.submit(() -> waiting.add(logIn())))
                .toList();
        logins.shutdown();
        for (Future<?> one : all) {
            join(one);
        }
    }

    /** The next customer with a contract to cancel. */
    Waiting next() {
        Waiting next = waiting.poll();
        return next == null ? logIn() : next;
    }

    /** Gives a customer back who has played one case. */
    void done(Waiting played) {
        if (played.contract() < people.contractsEach()) {
            waiting.add(new Waiting(played.session(), played.customer(), played.contract() + 1));
        }
    }

    Session staff(int number) {
        return staff.get(number);
    }

    Session administrator() {
        return administrator;
    }

    /** Waits until the job executor has brought that many cases to their ends, and answers how many there are. */
    long awaitEnds(long cases) {
        for (int i = 0; i < 300 && ended() < cases; i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return ended();
    }

    /** How many cases have ended so far. */
    long ended() {
        return administrator
                .get("/history/process-instance/count?processDefinitionKey=cancellation-fulfilment&finished=true")
                .get("count")
                .asLong();
    }

    private Waiting logIn() {
        int customer = nextCustomer.getAndIncrement();
        if (customer > people.customers()) {
            throw new IllegalStateException("There are no more customers");
        }
        return new Waiting(Session.logIn(server, People.customer(customer), CasePlay.CUSTOMERS_LIST), customer, 1);
    }

    static <T> T join(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
