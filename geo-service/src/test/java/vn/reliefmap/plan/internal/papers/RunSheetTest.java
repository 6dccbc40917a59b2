package vn.reliefmap.plan.internal.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.Paper;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.SheetHome;

/** What is printed, read back from the PDF. */
class RunSheetTest {
    private static final SheetFonts.Faces FONTS = SheetFonts.ofTheSystem().faces();

    private static PDDocument print(ReliefPlan plan, Paper paper, SheetHome... homes) throws Exception {
        RunSheet sheet = new RunSheetContent(new PaperWords(PaperDrill.ITEMS), "https://cuutro.example.vn/")
                .of(
                        plan,
                        plan.tours().get(0),
                        paper,
                        List.of(homes),
                        new SheetMapImage(FONTS),
                        PaperDrill.around(plan.tours().get(0)));
        return Loader.loadPDF(new RunSheetPage().pdf(sheet, FONTS));
    }

    @Test
    void homesAreOnAPageOfTheirOwnForTheTeamThatHasTheTour() throws Exception {
        SheetHome home = new SheetHome(
                "Hồ Thị Thử", "+84900000001", new LonLat(107.2, 16.75), true, 5, List.of(new Amount("rice", 12_500)));
        try (PDDocument with = print(PaperDrill.plan(true), Paper.A4, home);
                PDDocument without = print(PaperDrill.plan(true), Paper.A4)) {
            String text = new PDFTextStripper().getText(with).replace('\u00A0', ' ');
            assertThat(text)
                    .contains("Các hộ nhận hàng", "Hồ Thị Thử", "+84900000001", "16.75000, 107.20000")
                    .contains("12,5 kg", "Không chụp, không chuyển cho ai");
            assertThat(with.getNumberOfPages()).isEqualTo(without.getNumberOfPages() + 1);
            assertThat(new PDFTextStripper().getText(without)).doesNotContain("Các hộ nhận hàng");
        }
        assertThat(home).asString().doesNotContain("Thử", "+84", "16.75");
    }

    @Test
    void theTextIsVietnameseAndWhole() throws Exception {
        try (PDDocument pdf = print(PaperDrill.plan(true), Paper.A4)) {
            String text = new PDFTextStripper().getText(pdf).replace('\u00A0', ' ');

            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
            assertThat(text)
                    .contains("Phiếu chuyến T2 · Xe tải Đông Hà 02", "DIỄN TẬP – số liệu mô phỏng")
                    .contains("Lũ diễn tập tháng 10", "Kho Diên Sanh", "07:30 18/10/2026", "10:00 18/10/2026")
                    .contains("06:00 18/10/2026 (UTC+7)", "07:00 18/10/2026 (UTC+7)")
                    .contains("Lấy hàng 07:30–07:50 tại Kho Diên Sanh: Gạo 640,5 kg, Nước uống đóng chai 1.240 lít")
                    .contains("đến lúc 08:15", "gần Xuân Lâm", "24 hộ, 93 người", "Cán bộ thôn")
                    .contains("Bến L1", "Giao cho đội thuyền", "Sâu nhất 0,4 m", "Đường khô", "16.72000, 107.25000")
                    .contains(
                            "2 hộ không lội ra được",
                            "3 hộ chỉ biết",
                            "Qua 2 cầu trên nước lũ",
                            "trên 2,0 m",
                            "Cấp cứu 112");
            assertThat(text.split("Ký nhận, họ tên, giờ", -1)).hasSize(4);
        }
    }

    @Test
    void aRealPlanDoesNotSayDrill() throws Exception {
        try (PDDocument pdf = print(PaperDrill.plan(false), Paper.A4)) {
            assertThat(new PDFTextStripper().getText(pdf)).doesNotContain("DIỄN TẬP", "mô phỏng");
        }
    }

    @Test
    void allLettersAreEmbedded() throws Exception {
        try (PDDocument pdf = print(PaperDrill.plan(true), Paper.A4)) {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
            assertThat(fonts).extracting(PDFont::getName).allMatch(name -> name.contains("Sans"));
        }
    }

    @Test
    void theCodeLeadsToTheTourOnBothPapers() throws Exception {
        for (Paper paper : Paper.values()) {
            try (PDDocument pdf = print(PaperDrill.plan(true), paper)) {
                assertThat(pdf.getPage(0).getMediaBox().getWidth())
                        .isBetween(paper.widthMm() * 2.83f, paper.widthMm() * 2.84f);
                assertThat(decode(new PDFRenderer(pdf).renderImageWithDPI(0, 150, ImageType.BINARY)))
                        .isEqualTo("https://cuutro.example.vn/tours?plan=0f0e0d0c-0b0a-4908-8706-050403020100&tour=2");
            }
        }
    }

    /** Black and white as a printer without grey makes it. */
    private static String decode(BufferedImage page) throws Exception {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    @Test
    void aSystemWithoutLettersSaysWhatToInstall(@TempDir Path empty) {
        assertThatThrownBy(() -> new SheetFonts(List.of(empty)).faces())
                .isInstanceOfSatisfying(ProblemException.class, missing -> {
                    assertThat(missing.problem().code()).isEqualTo("FONT_MISSING");
                    assertThat(missing.problem().status()).isEqualTo(503);
                    assertThat(missing.problem().en()).contains("fonts-noto-core");
                });
    }

    @Test
    void papersAreNamed() {
        assertThat(Paper.parse(" A3 ")).isEqualTo(Paper.A3);
        assertThat(Paper.parse("")).isEqualTo(Paper.A4);
        assertThatThrownBy(() -> Paper.parse("letter"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        unknown -> assertThat(unknown.problem().code()).isEqualTo("UNKNOWN_PAPER"));
    }
}
