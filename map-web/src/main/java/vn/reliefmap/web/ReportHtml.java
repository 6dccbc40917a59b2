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
        page.append(
                        "<link rel=\"icon\" href=\"data:,\"><link rel=\"manifest\" href=\"/manifest.webmanifest\"><link rel=\"stylesheet\" href=\"/css/report.css\"><title>")
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

    /** The form as it was typed; a problem stands on top and beside its field. */
    ReportHtml form(ReportForm form, List<Item> items, List<String> communes, @Nullable Problem problem) {
        Fields fields = new Fields(problem);
        page.append("<form method=\"post\" action=\"/report\" id=\"f-id\">");
        hidden("id", form.id().toString());
        hidden("lang", words.language());
        kinds(form);
        where(form, fields, communes);
        callBack(form, fields);
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
        fields.area("words", words.say("Nói thêm", "Anything else"), form.words());
        trap(form);
        page.append("<p><button class=\"go\">").append(words.say("Gửi", "Send")).append("</button></p></form>");
        return this;
    }

    private void where(ReportForm form, Fields fields, List<String> communes) {
        heading(words.say("Ở đâu?", "Where?"));
        hidden("lon", form.lon());
        hidden("lat", form.lat());
        hidden("accuracy", form.accuracy());
        position();
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
        fields.line(
                "place",
                words.say("Toạ độ hoặc liên kết bản đồ (nếu có)", "Coordinates or a map link (if any)"),
                form.place(),
                2000,
                "");
    }

    /** Shown by the script alone, which fills the hidden fields and says what the attributes tell it to. */
    private void position() {
        page.append("<p id=\"gps\" hidden data-wait=\"").append(words.say("Đang tìm…", "Looking…"));
        page.append("\" data-got=\"");
        page.append(words.say("Đã có vị trí máy, sai số mét:", "Position taken, accuracy in metres:"));
        page.append("\" data-none=\"");
        page.append(
                words.say("Máy không cho vị trí. Ghi xã và thôn là được.", "No position. Commune and hamlet will do."));
        page.append("\"><button type=\"button\">");
        page.append(words.say("Lấy vị trí của máy này", "Take this phone's position"));
        page.append("</button> <span role=\"status\"></span></p>");
    }

    private void callBack(ReportForm form, Fields fields) {
        heading(words.say("Gọi lại cho ai?", "Whom to call back?"));
        fields.line(
                "phone",
                words.say("Số điện thoại", "Telephone"),
                form.phone(),
                60,
                " type=\"tel\" autocomplete=\"tel\"");
        fields.line("name", words.say("Tên", "Name"), form.name(), 200, " autocomplete=\"name\"");
        tick("on_behalf", "1", words.say("Tôi báo hộ nhà khác", "I report for another home"), form.onBehalf());
        page.append("<p class=\"hint\">");
        page.append(words.say(
                "Chỉ cần nơi ở; câu khác bỏ qua được. Tên và số điện thoại được mã hoá, chỉ cán bộ nơi mình thấy.",
                "Only the place is needed. Name and number are encrypted; only officers of your place see them."));
        page.append("</p><p><button>")
                .append(words.say("Gửi ngay", "Send now"))
                .append("</button> <span class=\"hint\">");
        page.append(words.say("câu còn lại bỏ qua được", "the rest may be skipped"))
                .append("</span></p>");
    }

    /** Out of sight; says what it wants in case the page arrives without its style. */
    private void trap(ReportForm form) {
        page.append("<p class=\"no\"><label>").append(words.say("Để trống ô này", "Leave this empty"));
        page.append("<input name=\"website\" tabindex=\"-1\" autocomplete=\"off\" value=\"");
        page.append(safe(form.website())).append("\"></label></p>");
    }

    private void hidden(String name, String value) {
        page.append("<input type=\"hidden\" name=\"").append(name).append("\" value=\"");
        page.append(safe(value)).append("\">");
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

        Fields(@Nullable Problem problem) {
            String named = problem == null || problem.field() == null ? "id" : problem.field();
            wrong = problem == null ? "" : BESIDE.getOrDefault(named, "place");
            told = problem == null ? "" : words.said(problem);
            if (problem != null) {
                page.append("<p class=\"err\" role=\"alert\"><a href=\"#f-").append(wrong);
                page.append("\">").append(safe(told)).append("</a> ");
                page.append(words.say("Chưa gửi; những gì đã ghi vẫn còn.", "Not sent yet; nothing typed is lost."));
                page.append("</p>");
            }
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
        page.append("</main><script src=\"/js/report.js\" defer></script>");
        page.append("<script src=\"/js/reportask.js\" type=\"module\"></script></body></html>");
        return page.toString();
    }

    static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
