package cloudportal.reliability;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A real mail server behind a door that can be shut, left unanswered, or slammed. Whoever sends is known by the name that it greets
 * with, so that a witness can act at an exact moment of a sender's conversation.
 */
final class PostOffice implements AutoCloseable {

    /** How the door treats whoever comes. */
    enum Mood {
        OPEN,
        /** Nobody listens: the connection is refused. */
        REFUSING,
        /** Somebody listens and never says a word. */
        HANGING,
        /** The mail is taken, and the line is cut before that is said. */
        DROPPING
    }

    /** The moments of a conversation that matter to whoever sends. */
    enum Moment {
        /** Nothing is taken yet. */
        OFFERED,
        /** The mail is taken; the sender does not know. */
        TAKEN,
        /** The sender was told. */
        TOLD
    }

    /** Sees a sender's conversation come to a moment, before it goes on. */
    interface Witness {
        void sees(String sender, Moment moment);
    }

    private final GreenMail mailbox = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final int port = Ports.free();
    private final Set<Socket> silent = ConcurrentHashMap.newKeySet();
    private final List<Witness> witnesses = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.OPEN;
    private ServerSocket door;

    PostOffice() {
        mailbox.start();
        open();
    }

    int port() {
        return port;
    }

    void add(Witness witness) {
        witnesses.add(witness);
    }

    void remove(Witness witness) {
        witnesses.remove(witness);
    }

    synchronized void turn(Mood to) {
        mood = to;
        if (to == Mood.REFUSING) {
            shut();
        } else if (door.isClosed()) {
            open();
        }
        if (to != Mood.HANGING) {
            silent.forEach(PostOffice::close);
            silent.clear();
        }
    }

    /** All that arrived, each copy. */
    List<Mail> mails() {
        return Stream.of(mailbox.getReceivedMessages()).map(PostOffice::mail).toList();
    }

    @Override
    public synchronized void close() {
        shut();
        mailbox.stop();
    }

    private void open() {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            door = opened;
            Thread porter = new Thread(() -> admit(opened), "post-office");
            porter.setDaemon(true);
            porter.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void shut() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void admit(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket sender = opened.accept();
                if (mood == Mood.HANGING) {
                    silent.add(sender);
                } else {
                    Thread talk = new Thread(() -> talk(sender), "post-office-talk");
                    talk.setDaemon(true);
                    talk.start();
                }
            } catch (IOException e) {
                // The door was shut.
            }
        }
    }

    private void talk(Socket sender) {
        try (sender;
                Socket server = new Socket(
                        InetAddress.getLoopbackAddress(), mailbox.getSmtp().getPort())) {
            new SmtpConversation(sender, server, this::passes).run();
        } catch (IOException e) {
            // One of the two hung up.
        }
    }

    /** Whether the conversation goes on after a moment. */
    private boolean passes(String sender, Moment moment) {
        witnesses.forEach(witness -> witness.sees(sender, moment));
        return !(mood == Mood.DROPPING && moment == Moment.TAKEN);
    }

    private static Mail mail(MimeMessage message) {
        try {
            return new Mail(
                    message.getMessageID(),
                    message.getRecipients(Message.RecipientType.TO)[0]
                            .toString()
                            .replaceAll(".*<|>.*", ""),
                    message.getSubject());
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed.
        }
    }
}
