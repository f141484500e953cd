package dev.varve.plan;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The ports of {@code EXPOSE}: {@code [[address:]host:]port[-port][/protocol]}. What is said of the host is taken and means
 * nothing (BuildKit {@code dockerfile2llb/convert_expose.go}).
 */
final class ExposedPorts {
    private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");
    private static final int HIGHEST = 65535;

    private ExposedPorts() {}

    /** Each port as {@code 80/tcp}. */
    static List<String> parse(String text, int line) throws PlanException {
        String container = text.substring(text.lastIndexOf(':') + 1);
        String host = text.substring(0, Math.max(0, text.lastIndexOf(':')));
        host = host.substring(host.lastIndexOf(':') + 1);
        int slash = container.indexOf('/');
        String protocol = slash < 0 ? "" : container.substring(slash + 1).toLowerCase(Locale.ROOT);
        if (!protocol.isEmpty() && !PROTOCOLS.contains(protocol)) {
            throw new PlanException(line, "'" + text + "' is no port to expose: the protocol is tcp, udp or sctp");
        }
        Range range = Range.parse(slash < 0 ? container : container.substring(0, slash), text, line);
        if (!host.isEmpty()) {
            Range onHost = Range.parse(host, text, line);
            if (range.first != range.last && range.last - range.first != onHost.last - onHost.first) {
                throw new PlanException(line, "'" + text + "' is no port to expose: its two ranges differ in length");
            }
        }
        String suffix = "/" + (protocol.isEmpty() ? "tcp" : protocol);
        return IntStream.rangeClosed(range.first, range.last)
                .mapToObj(port -> port + suffix)
                .toList();
    }

    private record Range(int first, int last) {
        static Range parse(String ports, String whole, int line) throws PlanException {
            int dash = ports.indexOf('-');
            int first = number(dash < 0 ? ports : ports.substring(0, dash));
            int last = dash < 0 ? first : number(ports.substring(dash + 1));
            if (first < 0 || last < first) {
                throw new PlanException(
                        line,
                        "'" + whole + "' is no port to expose: expected a number up to " + HIGHEST
                                + ", or a range such as 8000-8010, and perhaps /udp behind it");
            }
            return new Range(first, last);
        }

        private static int number(String text) {
            int number = text.matches("\\+?0*\\d{1,5}") ? Integer.parseInt(text) : -1;
            return number > HIGHEST ? -1 : number;
        }
    }
}
