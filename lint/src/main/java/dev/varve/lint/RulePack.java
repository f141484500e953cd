package dev.varve.lint;

import java.util.List;

/** Rules that come together. A pack on the class path is found by {@link java.util.ServiceLoader}. */
public interface RulePack {
    List<Rule> rules();
}
