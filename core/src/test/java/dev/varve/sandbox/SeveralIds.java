package dev.varve.sandbox;

import static org.junit.jupiter.api.Assumptions.abort;

/** What a test asks for that has files of several users, or becomes another one. */
public final class SeveralIds {
    private SeveralIds() {}

    /** Leaves the test out where the user who runs it has but one id to give. */
    public static void require() {
        Ids ids = Ids.detect();
        if (ids.single()) {
            System.out.println("left out, there is but one id to be in a container: " + ids.reason());
            abort("there is but one id to be in a container: " + ids.reason());
        }
    }
}
