package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was told of the progress. */
final class Heard implements Progress {
    final Queue<Digest> present = new ConcurrentLinkedQueue<>();
    final Queue<Digest> started = new ConcurrentLinkedQueue<>();
    final Queue<Digest> finished = new ConcurrentLinkedQueue<>();
    final Map<Digest, Long> bytes = new ConcurrentHashMap<>();

    @Override
    public void present(Descriptor blob) {
        present.add(blob.digest());
    }

    @Override
    public void started(Descriptor blob) {
        started.add(blob.digest());
    }

    @Override
    public void transferred(Descriptor blob, long count) {
        bytes.merge(blob.digest(), count, Math::max);
    }

    @Override
    public void finished(Descriptor blob) {
        finished.add(blob.digest());
    }
}
