package vn.reliefmap.web;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Service and pages in one process. */
@SpringBootApplication(scanBasePackages = "vn.reliefmap")
@EnableScheduling
public class ReliefMapApplication {

    /** Runs one command, see {@link ReliefCommand}; ends the process with 0 only when it did what was asked. */
    public static void main(String[] arguments) {
        int status = ReliefCommand.commandLine(System.getenv()).execute(arguments);
        if (status != RunCommand.STILL_RUNNING) {
            System.exit(status);
        }
    }
}
