package dev.varve.registry;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Addresses that begin with the same bits, as {@code 10.0.0.0/8}. */
final class Network {
    private static final String ADDRESS = "[0-9.]+|\\[?[0-9a-f:]*:[0-9a-f:.]*]?";

    private final byte[] address;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        try {
            int bits = Integer.parseInt(text.substring(slash + 1));
            return bytes(text.substring(0, slash)).map(address -> new Network(address, bits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Of an address; names are not looked up. */
    private static Optional<byte[]> bytes(String text) {
        if (!text.matches(ADDRESS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean contains(String host) {
        byte[] other = bytes(host).orElse(new byte[0]);
        if (other.length != address.length || bits < 0 || bits > other.length * 8) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % 8;
            if ((other[i / 8] & mask) != (address[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
