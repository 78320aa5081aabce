package app.larder.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Something at a port that is no Postgres, or a strange one. */
final class FakeServer implements AutoCloseable {

    private final ServerSocket socket;

    /** What it does with one connection. */
    interface Manner {
        void greet(Socket client) throws IOException, GeneralSecurityException;
    }

    FakeServer(Manner manner) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket client = socket.accept();
                    Thread.ofVirtual().start(() -> {
                        try (client) {
                            manner.greet(client);
                        } catch (IOException | GeneralSecurityException | RuntimeException e) {
                            // The client had enough of it.
                        }
                    });
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Reads what a client says first. */
    static void listen(Socket client) throws IOException {
        client.getInputStream().read(new byte[8]);
    }

    /** Always the same answer, then the end. */
    static FakeServer saying(byte[] answer) {
        return new FakeServer(client -> {
            listen(client);
            client.getOutputStream().write(answer);
            client.getOutputStream().flush();
            // Until the client has read it.
            client.setSoTimeout(500);
            client.getInputStream().read(new byte[64]);
        });
    }

    static FakeServer saying(String answer) {
        return saying(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Accepts and says nothing. */
    static FakeServer silent() {
        return new FakeServer(client -> {
            InputStream in = client.getInputStream();
            while (in.read() >= 0) {
                // nothing
            }
        });
    }

    /** Refuses encryption and answers the start of a session. */
    static FakeServer withoutTls(byte[] answer) {
        return new FakeServer(client -> {
            listen(client);
            OutputStream out = client.getOutputStream();
            out.write('N');
            out.flush();
            client.getInputStream().read(new byte[1024]);
            out.write(answer);
            out.flush();
            client.setSoTimeout(500);
            client.getInputStream().read(new byte[64]);
        });
    }

    /** A Postgres with a certificate, as far as the end of the handshake; then it says something. */
    static FakeServer withTls(Path keyStore, String afterwards) {
        return new FakeServer(client -> {
            listen(client);
            client.getOutputStream().write('S');
            client.getOutputStream().flush();
            KeyStore keys = KeyStore.getInstance(keyStore.toFile(), "changeit".toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, "changeit".toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
            tls.setUseClientMode(false);
            tls.startHandshake();
            tls.getInputStream().read(new byte[1024]);
            tls.getOutputStream().write(afterwards.getBytes(StandardCharsets.ISO_8859_1));
            tls.getOutputStream().flush();
        });
    }

    /** Makes a key and its certificate for a name with the JDK's own tool; the certificate alone as PEM beside it. */
    static Path keyStore(Path folder, String name) throws IOException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        keytool(store, "-genkeypair", "-alias", "k", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "SAN=dns:" + name);
        keytool(store, "-exportcert", "-alias", "k", "-rfc", "-file", store + ".pem");
        return store;
    }

    /** The same for localhost, signed by a root (the PEM) and valid until some years ago. */
    static Path expired(Path folder) throws IOException, InterruptedException {
        Path root = folder.resolve("root.p12");
        Path store = folder.resolve("expired.p12");
        Path request = folder.resolve("request");
        Path signed = folder.resolve("signed");
        keytool(root, "-genkeypair", "-alias", "k", "-keyalg", "EC", "-dname", "CN=Root", "-ext", "bc:c", "-startdate", "-900d",
                "-validity", "2000");
        keytool(root, "-exportcert", "-alias", "k", "-rfc", "-file", store + ".pem");
        keytool(store, "-genkeypair", "-alias", "k", "-keyalg", "EC", "-dname", "CN=localhost");
        keytool(store, "-certreq", "-alias", "k", "-file", request.toString());
        keytool(root, "-gencert", "-alias", "k", "-infile", request.toString(), "-outfile", signed.toString(), "-rfc", "-ext",
                "SAN=dns:localhost", "-startdate", "-800d", "-validity", "90");
        keytool(store, "-importcert", "-noprompt", "-alias", "root", "-file", store + ".pem");
        keytool(store, "-importcert", "-noprompt", "-alias", "k", "-file", signed.toString());
        return store;
    }

    private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(List.of(arguments));
        line.addAll(List.of("-keystore", store.toString(), "-storepass", "changeit", "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(said);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
