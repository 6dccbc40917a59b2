package vn.reliefmap.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;

/** Why a backup is not written or not put back, in words for whoever is awake at that hour. */
public final class BackupProblems {
    private BackupProblems() {}

    public static ProblemException exists(Path file) {
        return problem(
                "BACKUP_FILE_EXISTS",
                "Tệp " + file + " đã có; bản sao lưu không ghi đè. Hãy chọn tên khác.",
                "The file " + file + " exists; a backup overwrites nothing. Choose another name.");
    }

    public static ProblemException sameFile(Path file) {
        return problem(
                "BACKUP_KEYS_APART",
                "--keys trùng với tệp sao lưu " + file + ". Khoá phải nằm ở tệp khác, cất ở nơi khác.",
                "--keys names the backup file " + file + " itself. The keys belong into another file, kept elsewhere.");
    }

    public static ProblemException insideHome(Path file, Path home) {
        return problem(
                "BACKUP_INSIDE_HOME",
                "Tệp " + file + " nằm trong " + home + ", là nơi được sao lưu. Hãy ghi ra ngoài, tốt nhất ở ổ khác.",
                "The file " + file + " lies in " + home
                        + ", which is what is backed up. Write it elsewhere, best on another disk.");
    }

    static ProblemException noKeys() {
        return problem(
                "BACKUP_NO_KEYS",
                "Chưa có khoá nào để sao lưu: chưa có tên hay số điện thoại nào được niêm phong. Bỏ --keys.",
                "There is no key to back up: no name or phone was ever sealed. Leave --keys out.");
    }

    /** The disk takes no more, or refuses. */
    public static ProblemException notWritten(Path file, IOException e) {
        if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("no space")) {
            return problem(
                    "BACKUP_DISK_FULL",
                    "Hết chỗ trên ổ đĩa của " + file + "; không để lại tệp dở dang. Hãy dọn bớt hoặc chọn ổ khác.",
                    "The disk of " + file
                            + " is full; no half-written file is left. Free some space or choose another.");
        }
        return problem(
                "BACKUP_NOT_WRITTEN",
                "Không ghi được " + file + ": " + e.getMessage(),
                "Cannot write " + file + ": " + e.getMessage());
    }

    static ProblemException roadsChanged() {
        return problem(
                "BACKUP_ROADS_CHANGED",
                "Đường sá vừa được nhập lại trong lúc sao lưu. Hãy sao lưu lại.",
                "Roads were imported again during the backup. Back up again.");
    }

    static ProblemException missing(Path file) {
        return problem(
                "BACKUP_MISSING",
                "Không đọc được tệp " + file + ".",
                "The file " + file + " is not there or unreadable.");
    }

    static ProblemException noBackup(Path file) {
        return problem(
                "BACKUP_FORM",
                "Tệp " + file + " không phải bản sao lưu của Relief Map.",
                "The file " + file + " is no backup of Relief Map.");
    }

    static ProblemException cut(Path file) {
        return problem(
                "BACKUP_CUT",
                "Tệp " + file
                        + " bị cụt hoặc không phải bản sao lưu. Chép lại tệp gốc, hoặc dùng bản sao lưu trước đó.",
                "The file " + file + " is cut short or no backup. Copy it again, or use the backup before it.");
    }

    static ProblemException changed(Path file, String part) {
        return problem(
                "BACKUP_CHANGED",
                "Bản sao lưu " + file + " đã bị thay đổi sau khi ghi (" + part + "). Hãy dùng bản khác.",
                "The backup " + file + " was changed after it was written (" + part + "). Use another one.");
    }

    static ProblemException newer(String what, String theirs, String ours) {
        return problem(
                "BACKUP_NEWER",
                "Bản sao lưu do phiên bản mới hơn ghi (" + what + " " + theirs + ", ở đây " + ours
                        + "). Hãy nâng cấp chương trình rồi phục hồi.",
                "The backup comes from a newer version (" + what + " " + theirs + ", here " + ours
                        + "). Upgrade first, then restore.");
    }

    static ProblemException keyFile(Path file) {
        return problem(
                "BACKUP_KEY_FILE",
                "Tệp khoá " + file + " bị hỏng hoặc không phải tệp khoá.",
                "The key file " + file + " is damaged or no key file.");
    }

    static ProblemException wrongKey(Path file) {
        return problem(
                "BACKUP_WRONG_KEY",
                "Khoá trong " + file + " không phải khoá của bản sao lưu này: tên và số điện thoại sẽ không mở được.",
                "The key in " + file + " is not the one of this backup: its names and phones would stay closed.");
    }

    /** Names and phones of the backup are sealed and no key was given. */
    public static ProblemException keysNeeded() {
        return problem(
                "BACKUP_KEYS_NEEDED",
                "Bản sao lưu có tên và số điện thoại đã niêm phong. Hãy thêm --keys TỆP; nếu khoá đã mất hẳn:"
                        + " --without-keys (các tên và số đó sẽ không bao giờ mở được nữa).",
                "The backup holds sealed names and phones. Add --keys FILE; if the key is lost for good:"
                        + " --without-keys (those names and phones can then never be read again).");
    }

    /** The home holds data, and nobody said that it may go. */
    public static ProblemException holdsData(Path home) {
        return problem(
                "RESTORE_OVER_DATA",
                "Thư mục " + home + " đang có dữ liệu. Đặt RELIEF_HOME mới, hoặc thêm --replace để bỏ dữ liệu đó.",
                "The folder " + home + " holds data. Set a new RELIEF_HOME, or add --replace to give that data up.");
    }

    /** A database on a server of somebody else's is only ever filled, never emptied. */
    public static ProblemException needsEmptyDatabase() {
        return problem(
                "RESTORE_NEEDS_EMPTY_DATABASE",
                "Cơ sở dữ liệu ở RELIEF_DB_URL không trống. Hãy tạo một cơ sở dữ liệu mới (createdb) và trỏ RELIEF_DB_URL"
                        + " tới đó.",
                "The database at RELIEF_DB_URL is not empty. Make a new one (createdb) and point RELIEF_DB_URL at it.");
    }

    static ProblemException noSpace(Path home, long neededBytes, long freeBytes) {
        return problem(
                "RESTORE_NO_SPACE",
                "Ổ đĩa của " + home + " còn " + (freeBytes >> 20) + " MB, cần khoảng " + (neededBytes >> 20) + " MB.",
                "The disk of " + home + " has " + (freeBytes >> 20) + " MB left; about " + (neededBytes >> 20)
                        + " MB are needed.");
    }

    static ProblemException tablesDiffer(String tables) {
        return problem(
                "RESTORE_TABLES_DIFFER",
                "Sau khi phục hồi, bảng " + tables + " không giống trong bản sao lưu; dữ liệu cũ được giữ nguyên.",
                "After restoring, the tables " + tables + " are not as in the backup; the old data were kept.");
    }

    /** The chain of the public ledger does not hold, or does not end where the backup says. */
    public static ProblemException ledgerBroken(String vi, String en) {
        return problem(
                "RESTORE_LEDGER_BROKEN",
                "Sổ công khai trong bản sao lưu không khớp: " + vi + "; dữ liệu cũ được giữ nguyên.",
                "The public ledger of the backup does not hold: " + en + "; the old data were kept.");
    }

    private static ProblemException problem(String code, String vi, String en) {
        return new Problem(code, 409, vi, en, null, null).asException();
    }
}
