package cloudportal.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A mail server that misbehaves in one chosen way. */
final class StubbornMailServer implements AutoCloseable {

    private static final String ENDLESS = "250-and";

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicInteger mailsTaken = new AtomicInteger();
    private final String replyToRecipient;
    private final boolean takesTheText;

    private StubbornMailServer(String replyToRecipient, boolean takesTheText) throws IOException {
        this.replyToRecipient = replyToRecipient;
        this.takesTheText = takesTheText;
        Thread thread = new Thread(this::serve, "stubborn-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    static StubbornMailServer refusingRecipients(String reply) throws IOException {
        return new StubbornMailServer(reply, true);
    }

    static StubbornMailServer hangingUpAfterTheText() throws IOException {
        return new StubbornMailServer("250 ok", false);
    }

    static StubbornMailServer hangingUpAfterTakingTheMail() throws IOException {
        return new StubbornMailServer("250 ok", true);
    }

    /** Each line comes long before a read times out, and another one is always to follow. */
    static StubbornMailServer neverComingToTheEndOfAReply() throws IOException {
        return new StubbornMailServer(ENDLESS, true);
    }

    int port() {
        return socket.getLocalPort();
    }

    int mailsTaken() {
        return mailsTaken.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                converse(client);
            } catch (SocketException e) {
                // The client hung up, or the test is over.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void converse(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = client.getOutputStream();
        reply(out, "220 stubborn");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
            switch (command) {
                case "RCPT" -> {
                    while (replyToRecipient.equals(ENDLESS)) {
                        reply(out, ENDLESS);
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                    }
                    reply(out, replyToRecipient);
                }
                case "DATA" -> reply(out, "354 go on");
                case "." -> {
                    if (!takesTheText) {
                        reset(client);
                        return;
                    }
                    mailsTaken.incrementAndGet();
                    reply(out, "250 taken");
                }
                case "EHLO", "MAIL", "RSET" -> reply(out, "250 ok");
                case "QUIT" -> {
                    reset(client);
                    return;
                }
                default -> {
                    // A line of the text.
                }
            }
        }
    }

    /** As a process that dies: what the other side awaits never comes. */
    private static void reset(Socket client) throws SocketException {
        client.setSoLinger(true, 0);
    }

    private static void reply(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
