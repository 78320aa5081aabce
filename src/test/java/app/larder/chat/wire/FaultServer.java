package app.larder.chat.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A server that misbehaves byte by byte as servers of the OpenAI wire do; the first segment of the path names how. Plain
 * sockets, because a well-mannered server cannot cut a chunk in two.
 */
public final class FaultServer implements AutoCloseable {

    private static final String ROLE = chunk("{\"role\":\"assistant\",\"content\":null}", null);
    private static final String STOP = chunk("{}", "stop");
    private static final String HEAD = String.join(
            "\r\n",
            "HTTP/1.1 200 OK",
            "Content-Type: text/event-stream; charset=utf-8",
            "Transfer-Encoding: chunked",
            "",
            "");

    private final ServerSocket socket;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> hungUp = new CopyOnWriteArrayList<>();

    public FaultServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** The base address of a scenario. */
    public String address(String scenario) {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/" + scenario;
    }

    /** Every request so far, head and body. */
    public List<String> requests() {
        return requests;
    }

    /** The scenarios whose client hung up before they were over. */
    List<String> hungUp() {
        return hungUp;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (true) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String request = request(client.getInputStream());
            if (request.isBlank()) {
                return;
            }
            requests.add(request);
            String scenario = request.split("[ /]", 4)[2];
            try {
                new Script(client.getOutputStream()).play(scenario);
            } catch (SocketException e) {
                hungUp.add(scenario);
            }
        } catch (IOException e) {
            // The client has gone.
            return;
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int left = -1;
        for (int b = in.read(); b >= 0; b = in.read()) {
            all.write(b);
            if (left > 0 && --left == 0) {
                break;
            }
            String head = left < 0 && b == '\n' ? all.toString(StandardCharsets.UTF_8) : "";
            if (head.endsWith("\r\n\r\n")) {
                left = head.lines()
                        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                        .findFirst()
                        .orElse(0);
                if (left == 0) {
                    break;
                }
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static String chunk(String delta, @Nullable String reason) {
        return "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                + "\"delta\":" + delta + ",\"finish_reason\":" + (reason == null ? "null" : "\"" + reason + "\"") + "}]}";
    }

    private static String text(String content) {
        return chunk("{\"content\":\"" + content + "\"}", null);
    }

    private static String call(String piece) {
        return chunk("{\"tool_calls\":[" + piece + "]}", null);
    }

    /** What one client is sent. */
    private final class Script {

        private final OutputStream out;

        Script(OutputStream out) {
            this.out = out;
        }

        private void raw(byte[] bytes) throws IOException {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        private void raw(String text) throws IOException {
            raw(text.getBytes(StandardCharsets.UTF_8));
        }

        private void events(String... data) throws IOException {
            for (String one : data) {
                raw("data: " + one + "\n\n");
            }
        }

        private void head() throws IOException {
            out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        private void end() throws IOException {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        private void whole(String status, String type, String body, String... headers) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            head.append("Content-Type: ").append(type).append("\r\nContent-Length: ").append(bytes.length).append("\r\n\r\n");
            out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.flush();
        }

        private void pause(long millis) {
            try {
                boolean _ = closing.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void play(String scenario) throws IOException {
            switch (scenario) {
                case "429" -> whole("429 Too Many Requests", "application/json",
                        "{\"error\":{\"message\":\"Rate limit reached for m on requests per min (RPM): Limit 3\","
                                + "\"type\":\"requests\",\"param\":null,\"code\":\"rate_limit_exceeded\"}}",
                        "Retry-After: 2");
                case "429quota" -> whole("429 Too Many Requests", "application/json",
                        "{\"error\":{\"message\":\"You exceeded your current quota\",\"type\":\"insufficient_quota\"}}");
                case "401" -> whole("401 Unauthorized", "application/json",
                        "{\"error\":{\"message\":\"Incorrect API key provided: sk-test-12345\",\"type\":\"invalid_request_error\","
                                + "\"param\":null,\"code\":\"invalid_api_key\"}}");
                case "400long" -> whole("400 Bad Request", "application/json",
                        "{\"error\":{\"code\":400,\"message\":\"the request exceeds the available context size\","
                                + "\"type\":\"exceed_context_size_error\",\"n_prompt_tokens\":12009,\"n_ctx\":2048}}");
                case "400tools" -> whole("400 Bad Request", "application/json",
                        "{\"error\":\"registry.ollama.ai/library/notools:latest does not support tools\"}");
                case "gemini" -> whole("400 Bad Request", "application/json",
                        "[{\"error\":{\"code\":400,\"message\":\"missing thought_signature\",\"status\":\"INVALID_ARGUMENT\"}}]");
                case "404model" -> whole("404 Not Found", "application/json", "{\"error\":\"model 'm' not found\"}");
                case "moved" -> whole("307 Temporary Redirect", "text/plain", "", "Location: " + address("ok"));
                case "502html" -> whole("502 Bad Gateway", "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>");
                case "200html" -> whole("200 OK", "text/html", "<html><body>Sign in to WiFi</body></html>");
                case "200err" -> whole("200 OK", "application/json",
                        "{\"error\":\"Unexpected endpoint or method. (POST /chat/completions). Returning 200 anyway\"}");
                case "nostream" -> whole("200 OK", "application/json",
                        "{\"id\":\"c\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":"
                                + "{\"role\":\"assistant\",\"content\":\"Whole answer\"},\"finish_reason\":\"stop\"}]}");
                case "nohdr" -> pause(25_000);
                default -> {
                    head();
                    stream(scenario);
                }
            }
        }

        private void stream(String scenario) throws IOException {
            switch (scenario) {
                case "ok" -> events(ROLE, text("Hello"), text(" 🍳"), STOP,
                        "{\"id\":\"c1\",\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":3,\"total_tokens\":8}}",
                        "[DONE]");
                case "split" -> split();
                case "comments" -> {
                    raw(": OPENROUTER PROCESSING\n\n".repeat(3));
                    events(text("Hi"));
                    raw(": ping\n\n");
                    events(STOP, "[DONE]");
                }
                case "nospace" -> {
                    for (String one : List.of(text(" a"), text("b "), STOP, "[DONE]")) {
                        raw("data:" + one + "\n\n");
                    }
                }
                case "nodone" -> events(text("Hi"), STOP);
                case "cut_clean" -> events(text("Boil the"));
                case "cut_hard" -> {
                    events(text("Boil the"));
                    pause(100);
                    return;
                }
                case "cut_midline" -> {
                    events(text("Boil the"));
                    raw("data: {\"choices\":[{\"delta\":{\"cont");
                }
                case "miderr" ->
                    events(text("Boil the"), "{\"error\":{\"message\":\"Provider returned error\",\"code\":502}}");
                case "miderr_or" -> events(text("Boil the"),
                        "{\"id\":\"g\",\"error\":{\"code\":\"server_error\",\"message\":\"Provider disconnected\"},"
                                + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"error\"}]}",
                        "[DONE]");
                case "miderr_event" -> {
                    events(text("Boil the"));
                    raw("event: error\ndata: {\"error\":{\"message\":\"overloaded\"}}\n\n");
                }
                case "errfield" -> {
                    events(text("Boil the"));
                    raw("error: {\"code\":500,\"message\":\"boom\"}\n\n");
                }
                case "badjson" -> events(text("Boil the"), "{\"choices\":[{", text(" water"), STOP, "[DONE]");
                case "len" -> events(text("Boil the"), chunk("{}", "length"), "[DONE]");
                case "filter" -> events(text("Boil the"), chunk("{}", "content_filter"), "[DONE]");
                case "stall" -> {
                    events(text("Boil the"));
                    pause(25_000);
                }
                case "slowprompt" -> {
                    for (int i = 0; i < 6; i++) {
                        raw(":\n\n");
                        pause(300);
                    }
                    events(text("Late"), STOP, "[DONE]");
                }
                case "tools" -> tools();
                case "tools_stopfr" -> events(
                        call("{\"id\":\"call_a\",\"type\":\"function\",\"function\":{\"name\":\"get_pantry\",\"arguments\":\"{}\"}}"),
                        STOP, "[DONE]");
                case "reasoning" -> events(chunk("{\"reasoning_content\":\"think\"}", null),
                        chunk("{\"reasoning\":\"ing\"}", null), text("Ans"), STOP, "[DONE]");
                case "thinktags" -> events(text("<thi"), text("nk>hm</th"), text("ink>\\n\\nAns"), STOP, "[DONE]");
                case "odd" -> events("{\"choices\":[]}", "{\"choices\":[{\"index\":0,\"finish_reason\":null}]}",
                        "{\"choices\":[{\"index\":0,\"delta\":null}]}",
                        "{\"id\":\"\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"}}]}", text("Fine"), STOP, "[DONE]");
                case "multiline" -> {
                    raw("data: {\"choices\":[{\"index\":0,\ndata: \"delta\":{\"content\":\"Two\"}}]}\n\n");
                    events(STOP, "[DONE]");
                }
                case "bom" -> {
                    raw("\ufeffdata: " + text("Hi") + "\n\n");
                    events(STOP, "[DONE]");
                }
                case "manytok", "endless" -> words(scenario.equals("endless"));
                default -> throw new IllegalArgumentException(scenario);
            }
            end();
        }

        private void split() throws IOException {
            StringBuilder all = new StringBuilder();
            for (String one : List.of(ROLE, text("Crème "), text("brûlée 🍮👩‍🍳"), STOP, "[DONE]")) {
                all.append("data: ").append(one).append("\r\n\r\n");
            }
            byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i += 3) {
                raw(java.util.Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + 3)));
            }
        }

        private void tools() throws IOException {
            events(ROLE, call("{\"index\":0,\"id\":\"call_a\",\"type\":\"function\",\"function\":{\"name\":\"get_pantry\","
                    + "\"arguments\":\"\"},\"extra_content\":{\"google\":{\"thought_signature\":\"abc\"}}}"));
            for (String piece : List.of("{\\\"expi", "ring\\\":", "3}")) {
                events(call("{\"index\":0,\"function\":{\"arguments\":\"" + piece + "\"}}"));
            }
            events(call("{\"index\":1,\"id\":\"call_b\",\"type\":\"function\",\"function\":{\"name\":\"find\",\"arguments\":\"{}\"}}"),
                    chunk("{}", "tool_calls"), "[DONE]");
        }

        private void words(boolean slowly) throws IOException {
            for (int i = 0; i < 3000; i++) {
                events(text("word "));
                if (slowly) {
                    pause(50);
                }
            }
            events(STOP, "[DONE]");
        }
    }
}
