package dev.varve.cli.inspect;

import dev.varve.json.JsonObject;

/**
 * What there is to say about a thing.
 *
 * @param json as docker prints it
 * @param fields the same for templates, which may ask for what is empty and therefore not printed
 */
public record Document(JsonObject json, JsonObject fields) {}
