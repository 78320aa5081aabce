package app.larder.chat;

import app.larder.chat.wire.Endpoint;
import java.net.URI;
import java.util.Optional;

/**
 * Which model answers, as a person has chosen it.
 *
 * @param preset what kind it is; {@link ModelPreset#HELPER} for none
 * @param address where it is, as typed; blank for the preset's own
 * @param model its name; empty if none has been chosen yet
 * @param pantry whether it may be told what is at home
 * @param recipes whether it may be told the person's recipes
 */
public record ModelChoice(ModelPreset preset, String address, String model, boolean pantry, boolean recipes) {

    /** What a new larder starts with. */
    public static final ModelChoice NONE = new ModelChoice(ModelPreset.HELPER, "", "", true, true);

    /** Another kind of model, at its usual address and with no name yet. */
    public ModelChoice withPreset(ModelPreset value) {
        return value == preset ? this : new ModelChoice(value, "", "", pantry, recipes);
    }

    public ModelChoice withAddress(String value) {
        return new ModelChoice(preset, value.strip(), model, pantry, recipes);
    }

    public ModelChoice withModel(String value) {
        return new ModelChoice(preset, address, value.strip(), pantry, recipes);
    }

    public ModelChoice withSharing(boolean pantryToo, boolean recipesToo) {
        return new ModelChoice(preset, address, model, pantryToo, recipesToo);
    }

    /** Where it is: as typed, else where that kind usually is. */
    public String place() {
        return address.isBlank() ? preset.address() : address;
    }

    /** Where its paths begin; empty for the helper, and if what was typed is no address. */
    public Optional<URI> base() {
        if (preset == ModelPreset.HELPER || place().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Endpoint.base(place(), preset.wire()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
