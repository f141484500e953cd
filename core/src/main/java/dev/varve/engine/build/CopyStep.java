package dev.varve.engine.build;

import dev.varve.context.BuildContext;
import dev.varve.context.Selector;
import dev.varve.engine.files.Accounts;
import dev.varve.engine.files.ContextTree;
import dev.varve.engine.files.CopyOptions;
import dev.varve.engine.files.DraftWriter;
import dev.varve.engine.files.FileCopy;
import dev.varve.engine.files.FileCopyException;
import dev.varve.engine.files.FileMode;
import dev.varve.engine.files.LayerDraft;
import dev.varve.engine.files.Owner;
import dev.varve.engine.files.RootTree;
import dev.varve.engine.files.SingleFile;
import dev.varve.engine.files.SourceTree;
import dev.varve.engine.files.Stacks;
import dev.varve.image.Digest;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.RootFileSystem;
import dev.varve.plan.CopyAction;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.MakeFolder;
import dev.varve.plan.Source;
import dev.varve.store.BlobWriter;
import dev.varve.store.Store;
import dev.varve.store.WorkFolder;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** COPY, ADD and WORKDIR: layers written straight from their sources. */
final class CopyStep {
    private static final int BUFFER = 128 << 10;
    private static final int FOLDER_MODE = 0755;

    private final Store store;
    private final Stacks stacks;
    private final Sources sources;
    private final BuildTime time;

    CopyStep(Store store, Stacks stacks, Sources sources, BuildTime time) {
        this.store = store;
        this.stacks = stacks;
        this.sources = sources;
        this.time = time;
    }

    /** Makes a layer of a whole build context, for a stage that begins with it. */
    Digest layOut(Source.Context context) throws IOException {
        LayerDraft draft = new LayerDraft(RootFileSystem.of(List.of()), time.now());
        CopyOptions whole =
                new CopyOptions(Optional.empty(), Optional.empty(), List.of(), List.of(), false, false, true, false);
        try (WorkFolder spool = store.workFolder()) {
            new FileCopy(tree(context), draft, whole, spool.path()).copy("/", "/");
            return write(draft);
        }
    }

    Digest run(MakeFolder folder, List<Digest> below, Consumer<String> warnings) throws IOException {
        RootFileSystem files = stacks.files(below);
        LayerDraft draft = new LayerDraft(files, time.now());
        Optional<Owner> owner = owner(folder.owner(), below, warnings);
        draft.makeFolders(draft.resolve(folder.path().substring(1)), FOLDER_MODE, owner);
        return write(draft);
    }

    Digest run(CopyFiles copy, List<Digest> below, Consumer<String> warnings) throws IOException {
        RootFileSystem files = stacks.files(copy.link() ? List.of() : below);
        LayerDraft draft = new LayerDraft(files, time.now());
        try (WorkFolder spool = store.workFolder()) {
            for (CopyAction action : copy.actions()) {
                // a linked layer is the same whatever is below, so that nobody's names can count in it
                Optional<Owner> owner = owner(action.owner(), copy.link() ? List.of() : below, warnings);
                copy(action, draft, owner, spool.path());
            }
            return write(draft);
        }
    }

    /** BuildKit has nowhere to look names up where nothing is below, and fails. */
    private Optional<Owner> owner(String text, List<Digest> below, Consumer<String> warnings) throws IOException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Accounts(stacks.files(below)).owner(text, message -> {
            if (below.isEmpty()) {
                throw new FileCopyException(
                        message + "; where nothing is below, as with --link, give numbers: --chown=UID:GID");
            }
            warnings.accept(message + "; root's number is taken, as Docker does");
        }));
    }

    private void copy(CopyAction action, LayerDraft draft, Optional<Owner> owner, Path spool) throws IOException {
        Selector files = action.files();
        SourceTree tree = tree(action.source());
        boolean selects = action.source() instanceof Source.Context
                || action.source() instanceof Source.Result
                || action.source() instanceof Source.Image;
        Optional<FileMode> mode =
                action.mode().isEmpty() ? Optional.empty() : Optional.of(FileMode.parse(action.mode()));
        CopyOptions options = new CopyOptions(
                owner,
                mode,
                files.includePatterns(),
                files.excludePatterns(),
                files.wildcard(),
                files.followLinks(),
                selects,
                action.unpack());
        new FileCopy(tree, draft, options, spool).copy(files.path(), action.to());
    }

    private SourceTree tree(Source source) throws IOException {
        if (source instanceof Source.Context context) {
            BuildContext files = sources.context(context);
            return new ContextTree(files, time.now());
        }
        if (source instanceof Source.Inline inline) {
            byte[] content = inline.content().getBytes(StandardCharsets.UTF_8);
            LayerEntry file = LayerEntry.file(inline.name(), inline.mode(), content.length)
                    .withModified(time.began());
            return new SingleFile(file, () -> new ByteArrayInputStream(content));
        }
        if (source instanceof Source.Remote remote) {
            return sources.remote(remote);
        }
        return new RootTree(stacks.files(sources.layers(source)));
    }

    private Digest write(LayerDraft draft) throws IOException {
        try (BlobWriter blob = store.blobs().create()) {
            OutputStream buffered = new BufferedOutputStream(blob, BUFFER);
            DraftWriter.write(draft, buffered);
            buffered.flush();
            return blob.commit();
        }
    }
}
