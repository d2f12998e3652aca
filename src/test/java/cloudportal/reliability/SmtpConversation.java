package cloudportal.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Passes a sender's words on to the mail server and its replies back, line by line. */
final class SmtpConversation {

    /** Asked at each moment whether to go on. */
    interface Listener {
        boolean goesOn(String sender, PostOffice.Moment moment);
    }

    private final BufferedReader fromSender;
    private final OutputStream toSender;
    private final BufferedReader fromServer;
    private final OutputStream toServer;
    private final Listener listener;
    private String name = "?";

    SmtpConversation(Socket sender, Socket server, Listener listener) throws IOException {
        fromSender = reader(sender);
        toSender = sender.getOutputStream();
        fromServer = reader(server);
        toServer = server.getOutputStream();
        this.listener = listener;
    }

    void run() throws IOException {
        answer(reply());
        for (String line = fromSender.readLine(); line != null; line = fromSender.readLine()) {
            String word = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
            if (word.equals("EHLO") || word.equals("HELO")) {
                name = line.substring(4).strip();
            }
            if (word.equals("MAIL") && !listener.goesOn(name, PostOffice.Moment.OFFERED)) {
                return;
            }
            say(line);
            String reply = reply();
            answer(reply);
            if (word.equals("DATA") && reply.startsWith("354") && !text()) {
                return;
            }
        }
    }

    /** The text of a mail, and what comes of it. */
    private boolean text() throws IOException {
        String line;
        do {
            line = fromSender.readLine();
            if (line == null) {
                return false;
            }
            say(line);
        } while (!line.equals("."));
        String reply = reply();
        if (!listener.goesOn(name, PostOffice.Moment.TAKEN)) {
            return false;
        }
        answer(reply);
        return listener.goesOn(name, PostOffice.Moment.TOLD);
    }

    private String reply() throws IOException {
        StringBuilder reply = new StringBuilder();
        String line;
        do {
            line = fromServer.readLine();
            if (line == null) {
                throw new IOException("The mail server hung up");
            }
            reply.append(line).append("\r\n");
        } while (line.length() > 3 && line.charAt(3) == '-');
        return reply.toString();
    }

    private void say(String line) throws IOException {
        toServer.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        toServer.flush();
    }

    private void answer(String reply) throws IOException {
        toSender.write(reply.getBytes(StandardCharsets.ISO_8859_1));
        toSender.flush();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }
}
