package vn.reliefmap.plan.internal.kept;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.plan.ReliefPlan;

/** A plan as it lies in the database: what comes back is what went in. */
final class PlanDocument {
    // Plans from before trips had a state say nothing of it.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule()
                    .addSerializer(LineString.class, new LineWriter())
                    .addDeserializer(LineString.class, new LineReader()))
            .build();

    private PlanDocument() {}

    static String write(ReliefPlan plan) {
        return MAPPER.writeValueAsString(plan);
    }

    static ReliefPlan read(String document) {
        return MAPPER.readValue(document, ReliefPlan.class);
    }

    /** Longitude, latitude, longitude … */
    private static final class LineWriter extends ValueSerializer<LineString> {
        @Override
        public void serialize(LineString line, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            for (Coordinate at : line.getCoordinates()) {
                json.writeNumber(at.x);
                json.writeNumber(at.y);
            }
            json.writeEndArray();
        }
    }

    private static final class LineReader extends ValueDeserializer<LineString> {
        @Override
        public LineString deserialize(JsonParser json, DeserializationContext context) {
            double[] numbers = json.readValueAs(double[].class);
            Coordinate[] line = new Coordinate[numbers.length / 2];
            for (int i = 0; i < line.length; i++) {
                line[i] = new Coordinate(numbers[2 * i], numbers[2 * i + 1]);
            }
            return Geometries.FACTORY.createLineString(line);
        }
    }
}
