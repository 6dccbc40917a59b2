package vn.reliefmap.plan.internal.papers;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.reliefmap.kernel.Problem;

/**
 * The files of the letters that papers embed: Noto Sans where the system has it, else DejaVu Sans. Looked for when a paper is
 * first asked for, and again as long as they are missing, so that installing them is enough.
 */
final class SheetFonts {
    private static final Logger LOG = LoggerFactory.getLogger(SheetFonts.class);
    private static final List<String> FAMILIES = List.of("NotoSans-%s.ttf", "DejaVuSans%s.ttf");
    private static final int DEEPEST_FOLDER = 5;

    private final List<Path> folders;
    private @Nullable Faces found;

    SheetFonts(List<Path> folders) {
        this.folders = folders;
    }

    /** Where systems keep fonts, the user's own last. */
    static SheetFonts ofTheSystem() {
        return new SheetFonts(List.of(
                Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"),
                Path.of(System.getProperty("user.home", "/"), ".local/share/fonts")));
    }

    /** Files of one family, and the same to draw with. */
    record Faces(Path regular, Path bold, Font drawn, Font drawnBold) {}

    /** Throws a {@code FONT_MISSING} problem (503). */
    synchronized Faces faces() {
        Faces faces = found == null ? find() : found;
        if (faces == null) {
            throw Problem.unavailable(
                            "FONT_MISSING",
                            "Máy chủ thiếu phông chữ để in. Người quản trị cần cài gói fonts-noto-core rồi thử lại.",
                            "The server has no font to print with. Install fonts-noto-core, then try again.")
                    .asException();
        }
        found = faces;
        return faces;
    }

    private @Nullable Faces find() {
        for (String family : FAMILIES) {
            boolean noto = family.startsWith("Noto");
            Optional<Path> regular = file(family.formatted(noto ? "Regular" : ""));
            Optional<Path> bold = file(family.formatted(noto ? "Bold" : "-Bold"));
            if (regular.isPresent() && bold.isPresent()) {
                try {
                    return new Faces(
                            regular.get(),
                            bold.get(),
                            Font.createFont(Font.TRUETYPE_FONT, regular.get().toFile()),
                            Font.createFont(Font.TRUETYPE_FONT, bold.get().toFile()));
                } catch (FontFormatException | IOException e) {
                    LOG.warn("Font {} cannot be read; looking for another.", regular.get(), e);
                }
            }
        }
        return null;
    }

    private Optional<Path> file(String name) {
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.find(folder, DEEPEST_FOLDER, (file, about) -> file.endsWith(name))) {
                Optional<Path> first = files.sorted().findFirst();
                if (first.isPresent()) {
                    return first;
                }
            } catch (IOException | UncheckedIOException e) {
                LOG.warn("The folder of fonts {} cannot be read.", folder, e);
            }
        }
        return Optional.empty();
    }
}
