package vn.reliefmap.photo.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.photo.Photos;

/**
 * Decodes what was sent and writes the picture anew, and only the picture. One at a time: a decoder of somebody else's bytes must not
 * take all of the memory.
 */
@Component
final class CleanJpeg {
    /** More than telephones make; a progressive JPEG takes about three bytes for each while it is decoded. */
    private static final long MOST_PIXELS = 50_000_000;

    private static final int MOST_SIDE_PX = 20_000;
    private static final float QUALITY = 0.8f;
    private static final int LONGEST_WAIT_S = 20;

    private final Semaphore atWork = new Semaphore(1, true);

    /** What is kept. */
    static final class Picture {
        private final byte[] jpeg;
        private final int widthPx;
        private final int heightPx;

        Picture(byte[] jpeg, int widthPx, int heightPx) {
            this.jpeg = jpeg;
            this.widthPx = widthPx;
            this.heightPx = heightPx;
        }

        byte[] jpeg() {
            return jpeg;
        }

        int widthPx() {
            return widthPx;
        }

        int heightPx() {
            return heightPx;
        }
    }

    Picture of(byte[] sent) {
        PhotoForm form = PhotoForm.of(sent);
        try {
            if (!atWork.tryAcquire(LONGEST_WAIT_S, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            BufferedImage upright = drawn(decoded(sent, form), form == PhotoForm.JPEG ? ExifOrientation.of(sent) : 1);
            return new Picture(encoded(upright), upright.getWidth(), upright.getHeight());
        } finally {
            atWork.release();
        }
    }

    private static RuntimeException busy() {
        return Problem.unavailable(
                        "PHOTOS_BUSY",
                        "Đang có nhiều ảnh gửi lên. Hãy gửi lại sau ít phút.",
                        "Many photos are coming in. Send it again in a few minutes.")
                .asException();
    }

    private static BufferedImage decoded(byte[] sent, PhotoForm form) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(form.name().toLowerCase(Locale.ROOT))
                .next();
        try (ImageInputStream bytes = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            return decoded(reader, bytes);
        } catch (Undecodable e) {
            throw e.problem.asException();
        } catch (IOException | RuntimeException e) {
            throw broken().asException();
        } finally {
            reader.dispose();
        }
    }

    /** What a reader finds on the way and this room has words for. */
    private static final class Undecodable extends IOException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        Undecodable(Problem problem) {
            super(problem.code());
            this.problem = problem;
        }
    }

    /**
     * The size is looked at before a pixel is decoded; of large pictures only every second, third … pixel is, so that what lies
     * in memory is never longer than twice the side that is kept.
     */
    private static BufferedImage decoded(ImageReader reader, ImageInputStream bytes) throws IOException {
        AtomicBoolean ended = new AtomicBoolean();
        reader.setInput(bytes, true, true);
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.contains("Premature end") || warning.contains("premature end")) {
                ended.set(true);
            }
        });
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.max(width, height) > MOST_SIDE_PX || (long) width * height > MOST_PIXELS) {
            throw new Undecodable(Problem.badField(
                    "PHOTO_PIXELS",
                    "photo",
                    "at most 50 million pixels, 20,000 on a side",
                    "Ảnh có quá nhiều điểm ảnh; hãy chụp ở cỡ nhỏ hơn.",
                    "The photo has too many pixels; take it at a smaller size."));
        }
        ImageReadParam every = reader.getDefaultReadParam();
        int step = (int) Math.ceil(Math.max(width, height) / (2.0 * Photos.LONGEST_SIDE_PX));
        every.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, every);
        if (ended.get()) {
            throw new Undecodable(broken());
        }
        return image;
    }

    private static Problem broken() {
        return Problem.badField(
                "PHOTO_BROKEN",
                "photo",
                "a whole JPEG or PNG",
                "Ảnh hỏng hoặc chưa gửi lên hết; hãy gửi lại.",
                "The photo is broken or did not arrive whole; send it again.");
    }

    /** Scaled down, the right way up, on white. */
    private static BufferedImage drawn(BufferedImage image, int held) {
        double scale = Math.min(1, (double) Photos.LONGEST_SIDE_PX / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean turned = held >= 5;
        BufferedImage upright =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = upright.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, upright.getWidth(), upright.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.transform(turn(held, width, height));
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return upright;
    }

    /** From the picture as it was stored to the picture as it was seen; the numbers are those of EXIF. */
    private static AffineTransform turn(int held, int width, int height) {
        return switch (held) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] encoded(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException("a picture in memory cannot be written to memory", e);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }
}
