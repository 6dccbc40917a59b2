package vn.reliefmap.web;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.report.Kind;

/** Writes the form of {@code /report}: plain HTML that an old browser shows on a screen of 360 px. */
final class ReportHtml {
    private static final Set<Kind> ORDER = EnumSet.of(Kind.NEED, Kind.SOS, Kind.SAFE);
    /** Beside which field a problem stands, by the field it names. */
    private static final Map<String, String> BESIDE = Map.of(
            "people", "people",
            "vulnerable_people", "weak",
            "phone", "phone",
            "name", "name",
            "hamlet", "hamlet",
            "commune", "commune",
            "words", "words",
            "asked", "item",
            "id", "id");

    private final ReportWords words;
    private final StringBuilder page = new StringBuilder(12_000);

    ReportHtml(ReportWords words) {
        this.words = words;
    }

    /** @param other address of the same page in the other language */
    ReportHtml head(String title, String other, boolean drill) {
        page.append("<!doctype html><html lang=\"")
                .append(words.language())
                .append("\"><head><meta charset=\"utf-8\">");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.append("<link rel=\"stylesheet\" href=\"/css/report.css\"><title>")
                .append(title)
                .append("</title></head>");
        page.append("<body><header><b>").append(title).append("</b>");
        if (drill) {
            page.append(words.say("<i>DIỄN TẬP</i>", "<i>DRILL</i>"));
        }
        page.append("<a href=\"").append(other).append("\">").append(words.say("English", "Tiếng Việt"));
        page.append("</a></header><main><p class=\"sos\"><b>");
        page.append(words.say("Nguy hiểm tính mạng?", "Life in danger?"));
        page.append("</b> <a href=\"tel:112\">")
                .append(words.say("Gọi 112", "Call 112"))
                .append("</a></p>");
        return this;
    }

    ReportHtml paragraph(String text) {
        page.append("<p>").append(safe(text)).append("</p>");
        return this;
    }

    /** Text that is HTML already. */
    ReportHtml raw(String html) {
        page.append(html);
        return this;
    }

    ReportHtml form(ReportForm form, List<Item> items, List<String> communes, @Nullable Problem problem) {
        String wrong =
                problem == null ? "" : BESIDE.getOrDefault(problem.field() == null ? "id" : problem.field(), "place");
        if (problem != null) {
            page.append("<p class=\"err\" role=\"alert\"><a href=\"#f-")
                    .append(wrong)
                    .append("\">");
            page.append(safe(words.said(problem))).append("</a> ");
            page.append(words.say("Chưa gửi; những gì đã ghi vẫn còn.", "Not sent yet; nothing typed is lost."))
                    .append("</p>");
        }
        String told = problem == null ? "" : words.said(problem);
        Fields fields = new Fields(wrong, told);
        page.append("<form method=\"post\" action=\"/report\" id=\"f-id\"><input type=\"hidden\" name=\"id\" value=\"");
        page.append(form.id())
                .append("\"><input type=\"hidden\" name=\"lang\" value=\"")
                .append(words.language())
                .append("\">");
        kinds(form);
        heading(words.say("Ở đâu?", "Where?"));
        fields.line(
                "commune",
                words.say("Xã, phường (tên cũ cũng được)", "Commune (a former name will do)"),
                form.commune(),
                100,
                " list=\"communes\"");
        page.append("<datalist id=\"communes\">");
        communes.forEach(commune -> page.append("<option>").append(safe(commune)));
        page.append("</datalist>");
        fields.line("hamlet", words.say("Thôn, khu phố", "Hamlet"), form.hamlet(), 100, "");
        fields.line("way", words.say("Cách tìm nhà", "How to find the house"), form.way(), 500, "");
        for (String[] measured :
                new String[][] {{"lon", form.lon()}, {"lat", form.lat()}, {"accuracy", form.accuracy()}}) {
            page.append("<input type=\"hidden\" name=\"").append(measured[0]).append("\" value=\"");
            page.append(safe(measured[1])).append("\">");
        }
        page.append("<p id=\"gps\" hidden data-wait=\"")
                .append(words.say("Đang tìm…", "Looking…"))
                .append("\" data-got=\"");
        page.append(words.say("Đã có vị trí máy, sai số mét:", "Position taken, accuracy in metres:"))
                .append("\" data-none=\"");
        page.append(
                words.say("Máy không cho vị trí. Ghi xã và thôn là được.", "No position. Commune and hamlet will do."));
        page.append("\"><button type=\"button\">")
                .append(words.say("Lấy vị trí của máy này", "Take this phone's position"));
        page.append("</button> <span role=\"status\"></span></p>");
        fields.line(
                "place",
                words.say("Toạ độ hoặc liên kết bản đồ (nếu có)", "Coordinates or a map link (if any)"),
                form.place(),
                2000,
                "");
        heading(words.say("Thiếu gì?", "What is lacking?"));
        page.append("<div id=\"f-item\">");
        items.forEach(item -> tick(
                "item",
                item.code(),
                words.say(item.nameVi(), item.nameEn()),
                form.items().contains(item.code())));
        page.append("</div>");
        heading(words.say("Mấy người?", "How many people?"));
        fields.number("people", words.say("Số người trong nhà", "People in the home"), form.people());
        fields.number(
                "weak",
                words.say("Trong đó già yếu, trẻ nhỏ, bà bầu, người bệnh", "Of them old, small, pregnant or ill"),
                form.weak());
        heading(words.say("Gọi lại cho ai?", "Whom to call back?"));
        fields.line(
                "phone",
                words.say("Số điện thoại", "Telephone"),
                form.phone(),
                60,
                " type=\"tel\" autocomplete=\"tel\"");
        fields.line("name", words.say("Tên", "Name"), form.name(), 200, " autocomplete=\"name\"");
        tick("on_behalf", "1", words.say("Tôi báo hộ nhà khác", "I report for another home"), form.onBehalf());
        fields.area("words", words.say("Nói thêm", "Anything else"), form.words());
        page.append("<p class=\"no\"><label>").append(words.say("Để trống ô này", "Leave this empty"));
        page.append("<input name=\"website\" tabindex=\"-1\" autocomplete=\"off\" value=\"")
                .append(safe(form.website()));
        page.append("\"></label></p><p class=\"hint\">");
        page.append(words.say(
                "Chỉ cần nơi ở; câu khác bỏ qua được. Tên và số điện thoại được mã hoá, chỉ cán bộ nơi mình thấy.",
                "Only the place is needed. Name and number are encrypted; only officers of your place see them."));
        page.append("</p><p><button class=\"go\">")
                .append(words.say("Gửi", "Send"))
                .append("</button></p></form>");
        return this;
    }

    private void kinds(ReportForm form) {
        heading(words.say("Báo tin gì?", "What is it?"));
        ORDER.stream().sorted(Comparator.comparing(kind -> kind != Kind.SOS)).forEach(kind -> {
            page.append("<label class=\"t")
                    .append(kind == Kind.SOS ? " red" : "")
                    .append("\"><input type=\"radio\" name=\"kind\" value=\"");
            page.append(kind.word()).append(kind == form.kind() ? "\" checked>" : "\">");
            page.append(words.kind(kind)).append("</label>");
        });
    }

    private void heading(String text) {
        page.append("<h2>").append(text).append("</h2>");
    }

    private void tick(String name, String value, String label, boolean on) {
        page.append("<label class=\"t\"><input type=\"checkbox\" name=\"")
                .append(name)
                .append("\" value=\"")
                .append(safe(value));
        page.append(on ? "\" checked>" : "\">").append(safe(label)).append("</label>");
    }

    /** Fields with their labels; the one at fault says why, right there. */
    private final class Fields {
        private final String wrong;
        private final String told;

        Fields(String wrong, String told) {
            this.wrong = wrong;
            this.told = told;
        }

        void line(String name, String label, String value, int most, String more) {
            open(name, label);
            page.append("<input id=\"f-")
                    .append(name)
                    .append("\" name=\"")
                    .append(name)
                    .append("\" maxlength=\"")
                    .append(most);
            page.append('"')
                    .append(more)
                    .append(marked(name))
                    .append(" value=\"")
                    .append(safe(value))
                    .append("\"></label></p>");
        }

        void number(String name, String label, String value) {
            line(name, label, value, 6, " inputmode=\"numeric\" class=\"n\"");
        }

        void area(String name, String label, String value) {
            open(name, label);
            page.append("<textarea id=\"f-")
                    .append(name)
                    .append("\" name=\"")
                    .append(name)
                    .append("\" rows=\"3\" maxlength=\"2000\"");
            // The first line end behind the tag belongs to the tag.
            page.append(marked(name)).append(">\n").append(safe(value)).append("</textarea></label></p>");
        }

        private void open(String name, String label) {
            page.append("<p><label>").append(label);
            if (name.equals(wrong)) {
                page.append("<strong id=\"why\">").append(safe(told)).append("</strong>");
            }
        }

        private String marked(String name) {
            return name.equals(wrong) ? " aria-invalid=\"true\" aria-describedby=\"why\"" : "";
        }
    }

    /** The whole page. */
    String end() {
        return page.append("</main><script src=\"/js/report.js\" defer></script></body></html>")
                .toString();
    }

    static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
