package app.larder.exchange.input;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that can be read from any place: a file's, or those of an archive inside an archive. */
interface Source {

    long size() throws IOException;

    /** The bytes from a place on; to be closed. */
    InputStream from(long place) throws IOException;

    static Source file(Path path) {
        return new Source() {
            @Override
            public long size() throws IOException {
                return Files.size(path);
            }

            @Override
            public InputStream from(long place) throws IOException {
                SeekableByteChannel channel = Files.newByteChannel(path);
                try {
                    return new BufferedInputStream(Channels.newInputStream(channel.position(place)));
                } catch (IOException | IllegalArgumentException e) {
                    channel.close();
                    throw new IOException(e);
                }
            }
        };
    }

    static Source memory(byte[] bytes) {
        return new Source() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream from(long place) throws IOException {
                if (place < 0 || place > bytes.length) {
                    throw new IOException("outside of the archive");
                }
                return new ByteArrayInputStream(bytes, (int) place, bytes.length - (int) place);
            }
        };
    }
}
