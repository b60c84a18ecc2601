package io.github.sessionstarter.httpsession;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator.Validity;

/** Writes objects as JSON with their types, and reads them again where all of these are allowed. No message holds a value. */
final class TypedJson {

    private static final Log log = LogFactory.getLog(TypedJson.class);

    private static final String ADVICE = "Add its package to session.http-session.allowed-types.";

    private static final Pattern NAME = Pattern.compile("[\\w.$<>\\[;,]{1,200}");

    private final JsonMapper mapper;
    private final PolymorphicTypeValidator allowed;
    private final ObjectReader reader;

    /**
     * How attributes are written and read.
     *
     * @param mapper writes the type of everything that does not tell its own
     * @param allowed the types that it reads
     */
    TypedJson(JsonMapper mapper, PolymorphicTypeValidator allowed) {
        this.mapper = mapper;
        this.allowed = allowed;
        // so that the root too tells its type, and has it judged
        this.reader = mapper.readerFor(Object.class);
    }

    /**
     * Writes an object.
     *
     * @param name the attribute's, for the message
     * @throws IllegalArgumentException where its type is not allowed, or Jackson cannot write it
     */
    TypedForm write(String name, Object value) {
        Class<?> type = value.getClass();
        // before anything is asked of an object that may be anything
        if (!isAllowed(type)) {
            throw refused(name, type, "the type is not allowed. " + ADVICE);
        }
        try {
            return new TypedForm(mapper.writerFor(Object.class).writeValueAsString(value));
        } catch (JacksonException e) {
            throw refused(name, type, "Jackson cannot write it (" + symptom(e) + ").");
        }
    }

    private boolean isAllowed(Class<?> type) {
        return allowed.validateSubType(null, null, mapper.constructType(type)) == Validity.ALLOWED;
    }

    /**
     * Makes sure that what was written can be read again, and whole: who puts it into the session is to learn of it, and
     * not who looks for it in vain in the next request.
     *
     * @param name the attribute's, for the message
     * @param value what was written
     * @throws IllegalArgumentException where it cannot
     */
    void requireReadable(String name, Object value, TypedForm typed) {
        try {
            reader.with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).readValue(typed.json());
        } catch (InvalidTypeIdException e) {
            throw refused(
                    name, value.getClass(), "it holds a " + shown(e.getTypeId()) + ", which is not allowed. " + ADVICE);
        } catch (JacksonException e) {
            throw refused(
                    name,
                    value.getClass(),
                    "Jackson writes it, but cannot read it again (" + symptom(e)
                            + "). It needs a constructor or setters, or a @JsonCreator, for all that is written of it.");
        }
    }

    private static IllegalArgumentException refused(String name, Class<?> type, String reason) {
        return new IllegalArgumentException("The HttpSession's attribute \"" + name + "\" of type " + type.getTypeName()
                + " cannot be kept: " + reason);
    }

    /** Reads an object; null, and a warning, where a type is not there or not allowed, or has changed too much. */
    @Nullable
    Object read(String name, TypedForm typed) {
        try {
            return reader.readValue(typed.json());
        } catch (InvalidTypeIdException e) {
            warn(name, "there is no type " + shown(e.getTypeId()) + ", or it is not allowed. " + ADVICE);
        } catch (JacksonException e) {
            warn(name, symptom(e));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // of whatever is made there: its message may hold what it was made of
            warn(name, e.getClass().getName());
        }
        return null;
    }

    private static void warn(String name, String reason) {
        log.warn("The HttpSession's attribute \"" + name + "\" cannot be read and is taken for absent: " + reason);
    }

    /** Not the message: Jackson quotes values. */
    private static String symptom(JacksonException e) {
        if (e instanceof TextKeys.UndeclaredKeyException undeclared) {
            return undeclared.getOriginalMessage();
        }
        String path = e.getPath().stream().map(TypedJson::shown).collect(Collectors.joining("->"));
        return e.getClass().getSimpleName() + (path.isEmpty() ? "" : " at " + path);
    }

    /** Properties by their names, which stand in a class; not a map's keys, which are data. */
    private static String shown(JacksonException.Reference place) {
        Object from = place.from();
        Class<?> type = from instanceof Class<?> known ? known : from == null ? Object.class : from.getClass();
        String property = place.getPropertyName();
        return property == null || Map.class.isAssignableFrom(type)
                ? type.getName() + "[…]"
                : type.getName() + "." + shown(property);
    }

    /** A name that stands in the JSON, unless it is none that a class or a property could have. */
    private static String shown(@Nullable String name) {
        return name != null && NAME.matcher(name).matches() ? name : "…";
    }
}
