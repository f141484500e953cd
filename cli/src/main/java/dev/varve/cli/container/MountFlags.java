package dev.varve.cli.container;

import dev.varve.cli.command.Flags;
import dev.varve.cli.command.Texts;
import dev.varve.cli.command.Toggle;
import dev.varve.engine.ContainerRequest;
import java.io.IOException;

/** {@code --volume}, {@code --mount}, {@code --tmpfs}, {@code --read-only}. */
final class MountFlags {
    private final Texts volumes;
    private final Texts mounts;
    private final Texts temporary;
    private final Toggle readOnly;

    MountFlags(Flags flags) {
        volumes = flags.texts("-v, --volume", "list", "Bind mount a folder or file: HOST:CONTAINER[:ro]")
                .checked(VolumeText::parse);
        mounts = flags.texts(
                        "--mount",
                        "mount",
                        "Attach a filesystem mount: type=bind,src=PATH,dst=PATH[,ro] or type=tmpfs,dst=PATH")
                .checked(MountText::parse);
        temporary = flags.texts("--tmpfs", "list", "Mount a tmpfs directory: PATH[:size=64m,mode=1777]")
                .checked(TmpfsText::parse);
        readOnly = flags.toggle("--read-only", "Mount the container's root filesystem as read only");
        flags.unsupported("a volume is a folder: -v FOLDER:PATH", "--volume-driver", "--volumes-from");
    }

    void addTo(ContainerRequest request) throws IOException {
        for (String text : volumes.values()) {
            VolumeText.parse(text).addTo(request);
        }
        for (String text : mounts.values()) {
            MountText.parse(text).addTo(request);
        }
        for (String text : temporary.values()) {
            request.mount(TmpfsText.parse(text));
        }
        if (readOnly.isOn()) {
            request.readOnly();
        }
    }
}
