package app.larder.exchange.input;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses a link may lead to. A link is text from a stranger: it must not make this computer ask its own
 * services, the router or a neighbour.
 */
@FunctionalInterface
public interface AddressRule {

    /** Public addresses only: nothing the IANA special-purpose registries (RFC 6890) keep from the open internet. */
    AddressRule PUBLIC = AddressRule::isPublic;

    /** Whether an address may be asked. */
    boolean allows(InetAddress address);

    private static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        byte[] b = address.getAddress();
        if (address instanceof Inet4Address) {
            int first = b[0] & 0xFF;
            int second = b[1] & 0xFF;
            int third = b[2] & 0xFF;
            boolean shared = first == 100 && second >= 64 && second < 128;
            boolean assigned = first == 192 && ((second == 0 && (third == 0 || third == 2)) || (second == 88 && third == 99));
            boolean measuring = first == 198 && (second == 18 || second == 19);
            boolean examples = (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
            return first != 0 && first < 240 && !shared && !assigned && !measuring && !examples;
        }
        return address instanceof Inet6Address && isPublic6(b);
    }

    /** Global unicast 2000::/3 and the NAT64 prefix; an IPv4 address carried inside is judged as such. */
    private static boolean isPublic6(byte[] b) {
        int first = ((b[0] & 0xFF) << 8) | (b[1] & 0xFF);
        int second = ((b[2] & 0xFF) << 8) | (b[3] & 0xFF);
        if (first == 0x64 && second == 0xFF9B && allZero(b, 4, 12)) {
            return embedded(b, 12);
        }
        if (first == 0x2002) {
            return embedded(b, 2);
        }
        boolean reserved = (first == 0x2001 && (second < 0x200 || second == 0xDB8)) || first == 0x3FFF;
        return (first & 0xE000) == 0x2000 && !reserved;
    }

    private static boolean allZero(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean embedded(byte[] b, int from) {
        try {
            return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(b, from, from + 4)));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
