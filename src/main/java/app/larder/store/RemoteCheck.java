package app.larder.store;

import app.larder.account.ServerAddress;
import app.larder.account.ServerCheck;
import app.larder.account.ServerProblem;
import app.larder.account.ServerProblem.Kind;
import app.larder.account.ServerProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tries an address step by step, each within the seconds the address gives ({@code connect_timeout}, 10 by default). */
public final class RemoteCheck implements ServerCheck {

    /** The request for encryption: PostgreSQL manual, "Message Formats", SSLRequest. */
    private static final int SSL_REQUEST = 80_877_103;

    private static final Set<Kind> ABOUT_ENCRYPTION = EnumSet.of(
            Kind.NO_TLS, Kind.CERTIFICATE_UNKNOWN, Kind.CERTIFICATE_OTHER_NAME, Kind.CERTIFICATE_EXPIRED,
            Kind.TLS_FAILED, Kind.CLOSED, Kind.NOT_POSTGRES, Kind.BAD_CERTIFICATE_FILE, Kind.NO_CERTIFICATE_FILE);

    @Override
    public Report check(ServerAddress address, Consumer<StepResult> heard) {
        List<StepResult> steps = new ArrayList<>();
        Consumer<StepResult> both = result -> {
            steps.add(result);
            heard.accept(result);
        };
        return new Report(steps, found(address, both));
    }

    private static @Nullable Found found(ServerAddress address, Consumer<StepResult> heard) {
        DatabaseUrl url;
        try {
            url = DatabaseUrl.parse(address);
            checkCertificate(url);
        } catch (UnusableAddressException e) {
            heard.accept(new StepResult(Step.ADDRESS, e.problem()));
            return null;
        }
        heard.accept(new StepResult(Step.ADDRESS, null));
        InetAddress[] places = heard(heard, Step.LOOK_UP, () -> lookUp(url));
        Boolean offersTls = places == null ? null : heard(heard, Step.REACH, () -> reach(url, places));
        return offersTls == null ? null : signedIn(url, plain(url, offersTls), heard);
    }

    /** Whether the connection is not encrypted, which happens on this computer itself only. */
    private static boolean plain(DatabaseUrl url, boolean offersTls) {
        return url.loopback() && (!offersTls || "disable".equals(url.setting("sslmode")));
    }

    /** Looks at the tables over a connection as the driver makes it; says which of its steps failed. */
    private static @Nullable Found signedIn(DatabaseUrl url, boolean plain, Consumer<StepResult> heard) {
        StepResult encrypted = new StepResult(Step.ENCRYPT, null, plain);
        try (Connection connection = RemoteLogin.connect(url)) {
            heard.accept(encrypted);
            heard.accept(new StepResult(Step.SIGN_IN, null));
            return heard(heard, Step.TABLES, () -> {
                RemoteTables.Found found = RemoteTables.look(connection);
                if (found.role() != Role.OWNER) {
                    if (found.tables() == Tables.NONE || found.tables() == Tables.OTHERS) {
                        throw new ServerProblemException(ServerProblem.of(Kind.NOT_SET_UP));
                    }
                    if (found.role() == Role.STRANGER) {
                        throw new ServerProblemException(ServerProblem.of(Kind.NOT_ALLOWED, url.user()));
                    }
                }
                return new Found(found.tables(), found.role(), url.verified() || url.loopback(), url.warnings());
            }, url);
        } catch (SQLException | RuntimeException e) {
            ServerProblem problem = problem(e, url);
            if (ABOUT_ENCRYPTION.contains(problem.kind())) {
                heard.accept(new StepResult(Step.ENCRYPT, problem));
            } else {
                heard.accept(encrypted);
                heard.accept(new StepResult(Step.SIGN_IN, problem));
            }
            return null;
        }
    }

    private static ServerProblem problem(Exception failure, DatabaseUrl url) {
        if (failure instanceof ServerProblemException known) {
            return known.problem();
        }
        // What the driver can't make sense of comes from something that is no Postgres.
        return failure instanceof RuntimeException
                ? ServerFailures.place(Kind.NOT_POSTGRES, url)
                : ServerFailures.problem(failure, url);
    }

    /** A step's work. */
    private interface Work<T> {
        T run() throws IOException, SQLException;
    }

    private static <T> @Nullable T heard(Consumer<StepResult> heard, Step step, Work<T> work) {
        try {
            T result = work.run();
            heard.accept(new StepResult(step, null));
            return result;
        } catch (ServerProblemException e) {
            heard.accept(new StepResult(step, e.problem()));
            return null;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> @Nullable T heard(Consumer<StepResult> heard, Step step, Work<T> work, DatabaseUrl url) {
        return heard(heard, step, () -> {
            try {
                return work.run();
            } catch (SQLException e) {
                throw ServerFailures.of(e, url);
            }
        });
    }

    private static void checkCertificate(DatabaseUrl url) {
        String file = url.setting("sslrootcert");
        if (file == null) {
            return;
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            if (CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty()) {
                throw new UnusableAddressException(ServerProblem.of(Kind.BAD_CERTIFICATE_FILE, file));
            }
        } catch (CertificateException _) {
            throw new UnusableAddressException(ServerProblem.of(Kind.BAD_CERTIFICATE_FILE, file));
        } catch (IOException | java.nio.file.InvalidPathException _) {
            throw new UnusableAddressException(ServerProblem.of(Kind.NO_CERTIFICATE_FILE, file));
        }
    }

    private static InetAddress[] lookUp(DatabaseUrl url) {
        CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(InetAddress.getAllByName(url.host()));
            } catch (UnknownHostException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(url.patience(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ServerProblemException(ServerProblem.of(Kind.NAME_NOT_FOUND, url.host()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerProblemException(ServerProblem.of(Kind.NAME_NOT_FOUND, url.host()), e);
        }
    }

    /** Reaches the port and asks for encryption, whose answer only Postgres knows: one letter, S if it offers it. */
    private static boolean reach(DatabaseUrl url, InetAddress[] places) {
        int millis = (int) Duration.ofSeconds(url.patience()).toMillis();
        ServerProblem problem = ServerFailures.place(Kind.UNREACHABLE, url);
        for (InetAddress place : places) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(place, url.port()), millis);
                socket.setSoTimeout(millis);
                socket.getOutputStream()
                        .write(ByteBuffer.allocate(8).putInt(8).putInt(SSL_REQUEST).array());
                byte[] answer = new byte[2];
                int length = socket.getInputStream().read(answer);
                if (length == 1 && (answer[0] == 'S' || answer[0] == 'N')) {
                    return answer[0] == 'S';
                }
                problem = ServerFailures.place(length < 0 ? Kind.CLOSED : Kind.NOT_POSTGRES, url);
            } catch (IOException e) {
                problem = ServerFailures.problem(e, url);
            }
        }
        boolean onlyIpv6 = Arrays.stream(places).allMatch(Inet6Address.class::isInstance);
        throw new ServerProblemException(
                problem.kind() == Kind.UNREACHABLE && onlyIpv6
                        ? ServerProblem.of(Kind.IPV6_ONLY, url.host())
                        : problem);
    }
}
