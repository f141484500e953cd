package dev.varve.junit;

import dev.varve.image.Platform;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Which image a parameter is about, by the annotations of it, its method, its class and those around that. */
final class Sources {
    private final List<AnnotatedElement> nearestFirst = new ArrayList<>();

    private Sources(AnnotatedElement parameter, Optional<? extends AnnotatedElement> method, Optional<Class<?>> type) {
        nearestFirst.add(parameter);
        method.ifPresent(nearestFirst::add);
        for (Class<?> at = type.orElse(null); at != null; at = at.getEnclosingClass()) {
            nearestFirst.add(at);
        }
    }

    static Sources of(ParameterContext parameter, ExtensionContext context) {
        return new Sources(
                parameter.getParameter(), Optional.of(parameter.getDeclaringExecutable()), context.getTestClass());
    }

    /** Empty where no annotation says. */
    Optional<ImageSource> find() {
        Map<String, ImageSource> named = new LinkedHashMap<>();
        for (int i = nearestFirst.size() - 1; i >= 0; i--) {
            for (Dockerfile file : dockerfiles(nearestFirst.get(i))) {
                if (!file.name().isEmpty()) {
                    named.put(file.name(), source(file, named));
                }
            }
        }
        for (AnnotatedElement element : nearestFirst) {
            Optional<UseImage> use = AnnotationSupport.findAnnotation(element, UseImage.class);
            if (use.isPresent()) {
                String name = use.get().value();
                return Optional.of(named.getOrDefault(name, ImageSource.image(name)));
            }
            List<Dockerfile> files = dockerfiles(element);
            Optional<Dockerfile> unnamed =
                    files.stream().filter(file -> file.name().isEmpty()).findFirst();
            if (unnamed.isPresent() || files.size() == 1) {
                Dockerfile file = unnamed.orElse(files.isEmpty() ? null : files.get(0));
                return Optional.ofNullable(file).map(one -> source(one, named));
            }
        }
        return Optional.empty();
    }

    private static List<Dockerfile> dockerfiles(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, Dockerfile.class);
    }

    private static ImageSource source(Dockerfile file, Map<String, ImageSource> bases) {
        ImageSource source;
        if (!file.text().isEmpty()) {
            source = file.context().isEmpty()
                    ? ImageSource.text(file.text())
                    : ImageSource.context(Path.of(file.context())).dockerfileText(file.text());
        } else {
            source = ImageSource.context(Path.of(file.context()));
        }
        if (!file.file().isEmpty()) {
            source = source.dockerfile(file.file());
        }
        for (Arg arg : file.args()) {
            source = source.arg(arg.name(), arg.value());
        }
        for (Arg label : file.labels()) {
            source = source.label(label.name(), label.value());
        }
        for (String tag : file.tags()) {
            source = source.tag(tag);
        }
        if (!file.target().isEmpty()) {
            source = source.target(file.target());
        }
        if (!file.platform().isEmpty()) {
            source = source.platform(Platform.parse(file.platform()));
        }
        for (Map.Entry<String, ImageSource> base : bases.entrySet()) {
            if (!base.getKey().equals(file.name())) {
                source = source.base(base.getKey(), base.getValue());
            }
        }
        return source;
    }
}
