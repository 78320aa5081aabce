package app.larder.bench;

import app.larder.kitchen.IngredientLineParser;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Ingredient lines read a second on one core, beside a regular expression of twenty lines as the yardstick. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Threads(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 2)
public class ParserBench {

    private static final int LINES = 40;

    private static final List<String> TEXTS = List.of("1 1/2 cups all-purpose flour", "400g unsalted butter, softened",
            "2 x 400 g tins chopped tomatoes", "700g/1lb 9oz mixed, boned, diced game meat, such as venison or pheasant",
            "1 large onion, peeled and finely chopped", "salt and freshly ground black pepper, to taste",
            "½ cup plus 2 tablespoons granulated sugar", "2-3 garlic cloves, crushed", "juice of 1 lemon",
            "1 (14 oz) can coconut milk (optional)", "small handful fresh coriander leaves, roughly torn", "2 eggs",
            "1 tbsp rowan or redcurrant jelly", "3 large free-range eggs, lightly beaten", "a pinch of salt",
            "4 boneless, skinless chicken breast halves (about 1½ pounds total)", "1 cup (240 ml) whole milk, at room temperature",
            "8 oz. (225 g) sharp cheddar, grated", "olive oil, for frying", "2 tbsp chopped fresh flat-leaf parsley, plus extra to serve",
            "250 g Mehl Type 405", "1 große Zwiebel, fein gehackt", "2 Dosen Tomaten (à 400 g)", "1 Pck. Vanillezucker",
            "1,5 kg Kartoffeln, mehligkochend", "etwas Petersilie", "Salz und Pfeffer aus der Mühle", "3 EL Olivenöl",
            "1 Bund glatte Petersilie", "2 Zehe/n Knoblauch, gepresst", "100 g gemahlene Mandeln", "½ TL Zimt",
            "2 cuillères à soupe d'huile d'olive", "3 gousses d'ail", "200 g de farine", "2 eetlepels olijfolie",
            "1 teentje knoflook, fijngesneden", "un cucchiaio di zucchero", "una pizca de sal", "1/2 kg de tomates");

    @Benchmark
    @OperationsPerInvocation(LINES)
    public void larder(Blackhole hole) {
        for (int i = 0; i < LINES; i++) {
            hole.consume(IngredientLineParser.parse(TEXTS.get(i)));
        }
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public void regularExpression(Blackhole hole) {
        for (int i = 0; i < LINES; i++) {
            hole.consume(PatternParser.parse(TEXTS.get(i)));
        }
    }

    /** Runs both and writes {@code target/bench/parser.json}. */
    public static void main(String[] arguments) throws RunnerException {
        java.io.File results = new java.io.File("target/bench");
        if (!results.isDirectory() && !results.mkdirs()) {
            throw new IllegalStateException("cannot make " + results);
        }
        new Runner(new OptionsBuilder().include(ParserBench.class.getSimpleName())
                .resultFormat(ResultFormatType.JSON).result("target/bench/parser.json").build()).run();
    }
}
