package vn.reliefmap.web;

import static vn.reliefmap.web.PlainHtml.safe;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    private final PageWords words;
    private final StringBuilder page = new StringBuilder(12_000);

    ReportHtml(PageWords words) {
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
            page.append("<i>").append(words.say("drill.short")).append("</i>");
        }
        page.append("<a href=\"")
                .append(other)
                .append("\">")
                .append(words.next().ownName());
        page.append("</a></header><main><p class=\"sos\"><b>");
        page.append(words.say("report.danger"));
        page.append("</b> <a href=\"tel:112\">")
                .append(words.say("report.call"))
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
        heading(words.say("report.lacking"));
        page.append("<div id=\"f-item\">");
        items.forEach(item ->
                tick("item", item.code(), words.title(item), form.items().contains(item.code())));
        page.append("</div>");
        heading(words.say("report.how_many"));
        fields.number("people", words.say("report.people"), form.people());
        fields.number("weak", words.say("report.weak"), form.weak());
        fields.area("words", words.say("report.words"), form.words());
        trap(form);
        page.append("<p><button class=\"go\">").append(words.say("report.send")).append("</button></p></form>");
        return this;
    }

    /** For whoever has a code on paper. */
    ReportHtml codeForm() {
        page.append("<form action=\"/report/code\"><p><label>").append(words.say("report.have_code"));
        page.append(
                "<input name=\"code\" maxlength=\"12\" autocomplete=\"off\" autocapitalize=\"characters\" required>");
        page.append("</label></p><p>");
        hidden("lang", words.language());
        page.append("<button>").append(words.say("gifts.look")).append("</button></p></form>");
        return this;
    }

    private void where(ReportForm form, Fields fields, List<String> communes) {
        heading(words.say("report.where"));
        hidden("lon", form.lon());
        hidden("lat", form.lat());
        hidden("accuracy", form.accuracy());
        position();
        fields.line("commune", words.say("report.commune"), form.commune(), 100, " list=\"communes\"");
        page.append("<datalist id=\"communes\">");
        communes.forEach(commune -> page.append("<option>").append(safe(commune)));
        page.append("</datalist>");
        fields.line("hamlet", words.say("report.hamlet"), form.hamlet(), 100, "");
        fields.line("way", words.say("report.way"), form.way(), 500, "");
        fields.line("place", words.say("report.place"), form.place(), 2000, "");
    }

    /** Shown by the script alone, which fills the hidden fields and says what the attributes tell it to. */
    private void position() {
        page.append("<p id=\"gps\" hidden data-wait=\"").append(words.say("report.gps_wait"));
        page.append("\" data-got=\"");
        page.append(words.say("report.gps_got"));
        page.append("\" data-none=\"");
        page.append(words.say("report.gps_none"));
        page.append("\"><button type=\"button\">");
        page.append(words.say("report.gps"));
        page.append("</button> <span role=\"status\"></span></p>");
    }

    private void callBack(ReportForm form, Fields fields) {
        heading(words.say("report.call_back"));
        fields.line("phone", words.say("report.phone"), form.phone(), 60, " type=\"tel\" autocomplete=\"tel\"");
        fields.line("name", words.say("report.name"), form.name(), 200, " autocomplete=\"name\"");
        tick("on_behalf", "1", words.say("report.on_behalf"), form.onBehalf());
        page.append("<p class=\"hint\">");
        page.append(words.say("report.private"));
        page.append("</p><p><button>").append(words.say("report.send_now")).append("</button> <span class=\"hint\">");
        page.append(words.say("report.rest_skipped")).append("</span></p>");
    }

    /** Out of sight; says what it wants in case the page arrives without its style. */
    private void trap(ReportForm form) {
        page.append("<p class=\"no\"><label>").append(words.say("report.trap"));
        page.append("<input name=\"website\" tabindex=\"-1\" autocomplete=\"off\" value=\"");
        page.append(safe(form.website())).append("\"></label></p>");
    }

    private void hidden(String name, String value) {
        page.append("<input type=\"hidden\" name=\"").append(name).append("\" value=\"");
        page.append(safe(value)).append("\">");
    }

    private void kinds(ReportForm form) {
        heading(words.say("report.what"));
        ORDER.stream().sorted(Comparator.comparing(kind -> kind != Kind.SOS)).forEach(kind -> {
            page.append("<label class=\"t")
                    .append(kind == Kind.SOS ? " red" : "")
                    .append("\"><input type=\"radio\" name=\"kind\" value=\"");
            page.append(kind.word()).append(kind == form.kind() ? "\" checked>" : "\">");
            page.append(words.say("report.kind." + kind.word())).append("</label>");
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
                page.append(words.say("report.not_sent"));
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
}
