package vn.reliefmap.web;

import java.util.Arrays;
import picocli.CommandLine;
import vn.reliefmap.plan.PlanOrder;

/** Reads {@code 2:1:3}: tour 2 is on its first trip and has done its calls up to the third. */
final class UnderWayText implements CommandLine.ITypeConverter<PlanOrder.UnderWay> {
    @Override
    public PlanOrder.UnderWay convert(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3 || Arrays.stream(parts).anyMatch(part -> !part.matches("[0-9]{1,4}"))) {
            throw new CommandLine.TypeConversionException("“" + text + "”: TOUR:TRIP:REACHED, vd. / e.g. 2:1:3");
        }
        return new PlanOrder.UnderWay(
                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
