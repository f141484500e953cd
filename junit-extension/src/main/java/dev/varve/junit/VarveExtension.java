package dev.varve.junit;

import dev.varve.engine.Engine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests their images and containers. {@link ImageTest} registers it; where a Dockerfile is only known when the tests
 * run, it is registered by hand:
 *
 * <pre>
 * &#64;RegisterExtension
 * static final VarveExtension varve = VarveExtension.of(ImageSource.text(dockerfile).file("app.js", app));
 * </pre>
 *
 * <p>Configuration parameters of JUnit: {@code varve.store}, the folder of the store, else the user's own; {@code varve.timeout},
 * the seconds that whatever waits for a container waits, else 60.
 */
public final class VarveExtension
        implements ParameterResolver, BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final String REGISTERED = "registered";
    private static final List<Class<?>> KNOWN = List.of(Image.class, Build.class, Container.class, Engine.class);

    private final @Nullable ImageSource source;

    /** For what annotations say. */
    public VarveExtension() {
        this(null);
    }

    private VarveExtension(@Nullable ImageSource source) {
        this.source = source;
    }

    /** For this image, where no annotation of a parameter or method says otherwise. */
    public static VarveExtension of(ImageSource source) {
        return new VarveExtension(source);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        register(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        register(context);
    }

    private void register(ExtensionContext context) {
        if (source != null) {
            context.getStore(Session.NAMESPACE).put(REGISTERED, this);
        }
    }

    /** One that was registered by hand takes the place of the one of {@link ImageTest}. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Object registered = context.getStore(Session.NAMESPACE).get(REGISTERED);
        return KNOWN.contains(parameter.getParameter().getType())
                && (registered == null || registered == this || source != null);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Scope scope = Scope.of(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == Engine.class) {
            return scope.session().engine();
        }
        ImageSource wanted = wanted(parameter, context);
        if (type == Build.class) {
            return Unchecked.get(() -> Build.of(scope, wanted));
        }
        BuiltImage built = Unchecked.get(() -> scope.image(wanted));
        Image image = new Image(scope, built, wanted.toString());
        return type == Image.class ? image : new Running(parameter.findAnnotation(Run.class)).start(image);
    }

    private ImageSource wanted(ParameterContext parameter, ExtensionContext context) {
        Optional<ImageSource> found = Sources.of(parameter, context).find();
        if (found.isPresent()) {
            return found.get();
        }
        if (source != null) {
            return source;
        }
        throw new ParameterResolutionException("no image is named for " + parameter.getParameter()
                + ": put @Dockerfile(context = \"…\") or @UseImage(\"…\") on it, its method or its class");
    }

    /** The instance of a test lives as long as the test, and so do its containers. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        Scope scope = Scope.of(context);
        try {
            if (context.getExecutionException().isPresent()) {
                new Evidence(scope).publish(context);
            }
        } finally {
            scope.close();
        }
    }
}
