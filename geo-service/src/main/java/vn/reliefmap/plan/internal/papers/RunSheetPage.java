package vn.reliefmap.plan.internal.papers;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Lays a run sheet out on paper. */
final class RunSheetPage {
    private final TemplateEngine templates = new TemplateEngine();

    RunSheetPage() {
        XRLog.listRegisteredLoggers().forEach(log -> XRLog.setLevel(log, Level.WARNING));
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(RunSheetPage.class.getClassLoader());
        resolver.setPrefix("papers/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    byte[] pdf(RunSheet sheet, SheetFonts.Faces fonts) {
        String html = templates.process("run-sheet", new Context(Locale.forLanguageTag("vi"), Map.of("sheet", sheet)));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(fonts.regular().toFile(), "Sheet", 400, FontStyle.NORMAL, true)
                    .useFont(fonts.bold().toFile(), "Sheet", 700, FontStyle.NORMAL, true)
                    .withHtmlContent(html, null)
                    .withProducer("Relief Map")
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }
}
