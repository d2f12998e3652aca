package cloudportal.notice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sockets that close themselves when their time is over, which ends whatever waits for them. */
final class TimedSockets extends SocketFactory {

    private static final Logger LOG = LoggerFactory.getLogger(TimedSockets.class);
    private static final ScheduledThreadPoolExecutor WATCH = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "mail-time-limit");
        thread.setDaemon(true);
        return thread;
    });

    private final Duration life;

    TimedSockets(Duration life) {
        this.life = life;
    }

    @Override
    public Socket createSocket() {
        Socket socket = new Socket();
        WATCH.schedule(() -> close(socket), life.toMillis(), TimeUnit.MILLISECONDS);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
    }

    private Socket connected(InetSocketAddress to) throws IOException {
        return connected(to, null);
    }

    private Socket connected(InetSocketAddress to, InetSocketAddress from) throws IOException {
        Socket socket = createSocket();
        socket.bind(from);
        socket.connect(to);
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.warn("A connection to the mail server could not be closed", e);
        }
    }
}
