package dev.varve.context;

import java.util.Map;

/**
 * What is in a file or attached to it.
 *
 * @param digest {@code sha256:<hex>} of the bytes; empty for a folder
 * @param attributes extended attributes by name, values as hexadecimal digits
 */
record FileContent(String digest, Map<String, String> attributes) {}
