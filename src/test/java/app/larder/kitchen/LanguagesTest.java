package app.larder.kitchen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as they stand in recipes of five languages: amount | upper end | unit's key | name | note. */
final class LanguagesTest {

    private static String read(String line) {
        ParsedLine parsed = IngredientLineParser.parse(line);
        assertEquals(line, parsed.text());
        return String.join("|", String.valueOf(parsed.quantity()), String.valueOf(parsed.quantityMax()),
                parsed.knownUnit().map(Unit::key).orElse(parsed.unit()), parsed.name(), parsed.note()).replace("null", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "1 EL Olivenöl; 1||tbsp|Olivenöl|",
        "2 gestr. TL Backpulver; 2||tsp|Backpulver|",
        "1 gehäufter EL Mehl; 1||tbsp|Mehl|",
        "1 Msp. Zimt; 1||pinch|Zimt|",
        "Salz n. B.; |||Salz|n. B",
        "1/2 Pck. Backpulver; 1/2||package|Backpulver|",
        "3-4 Stk. Tomaten; 3|4|piece|Tomaten|",
        "etwas Petersilie; |||Petersilie|etwas",
        "ca. 200 g Mehl; 200||g|Mehl|ca",
        "je 1 TL Salz und Pfeffer; 1||tsp|Salz und Pfeffer|je",
        "300 g TK-Erbsen; 300||g|TK-Erbsen|",
        "2 Dosen Tomaten (à 400 g); 2||tin|Tomaten|à 400 g",
        "2 Dosen à 400 g Kichererbsen; 2||tin|Kichererbsen|à 400 g",
        "1 große Zwiebel, fein gehackt; 1|||Zwiebel|große, fein gehackt",
        "2 Zwiebel(n); 2|||Zwiebeln|",
        "1 Zehe/n Knoblauch; 1||clove|Knoblauch|",
        "2 Knoblauchzehen, gepresst; 2|||Knoblauchzehen|gepresst",
        "1 Bund glatte Petersilie; 1||bunch|glatte Petersilie|",
        "1,5 kg Kartoffeln, mehligkochend; 1 1/2||kg|Kartoffeln|mehligkochend",
        "1.000 g Mehl; 1000||g|Mehl|",
        "500g Mehl; 500||g|Mehl|",
        "½ l Milch; 1/2||l|Milch|",
        "1 1/2 Tassen Zucker; 1 1/2||cup|Zucker|",
        "1½ Tassen Reis; 1 1/2||cup|Reis|",
        "1 Prise(n) Salz; 1||pinch|Salz|",
        "250 ml lauwarme Milch; 250||ml|lauwarme Milch|",
        "2 Eier (Größe M); 2|||Eier|Größe M",
        "4 Scheibe/n Toastbrot; 4||slice|Toastbrot|",
        "100 g Butter, zimmerwarm; 100||g|Butter|zimmerwarm",
        "100 g gemahlene Mandeln; 100||g|gemahlene Mandeln|",
        "50 g gehobelte Mandeln; 50||g|gehobelte Mandeln|",
        "1 Dose gehackte Tomaten; 1||tin|gehackte Tomaten|",
        "1 Becher Schmand; 1||tub|Schmand|",
        "2 Päckchen Vanillezucker; 2||package|Vanillezucker|",
        "1 Würfel frische Hefe (42 g); 1||cube|frische Hefe|42 g",
        "Saft von 1 Zitrone; 1|||Zitrone|Saft von",
        "abgeriebene Schale von 1 Bio-Zitrone; 1|||Bio-Zitrone|abgeriebene Schale von",
        "1 Handvoll Rucola; 1||handful|Rucola|",
        "eine halbe Gurke; 1/2|||Gurke|",
        "ein Ei; 1|||Ei|",
        "zwei Zweige Rosmarin; 2||sprig|Rosmarin|",
        "evtl. etwas Chili; |||Chili|evtl. etwas",
        "Salz und Pfeffer; |||Salz und Pfeffer|",
        "Öl zum Braten; |||Öl|zum Braten",
        "1 Schuss Weißwein; 1||dash|Weißwein|",
        "3 EL Sojasauce (optional); 3||tbsp|Sojasauce|optional",
        "2 Stangen Lauch, in Ringen; 2||stalk|Lauch|in Ringen",
        "4 Hähnchenbrustfilets à ca. 150 g; 4|||Hähnchenbrustfilets|à ca. 150 g",
        "1 kleines Stück Ingwer; 1||piece|Ingwer|",
        "200 g Schlagsahne oder Kochsahne; 200||g|Schlagsahne oder Kochsahne|",
        "3 Pfund Rindfleisch; 3||pfund|Rindfleisch|",
        "8 Blatt Gelatine; 8||leaf|Gelatine|",
        "1 Glas Sauerkirschen (Abtropfgewicht 350 g); 1||jar|Sauerkirschen|Abtropfgewicht 350 g",
        "Mehl für die Arbeitsfläche; |||Mehl|für die Arbeitsfläche",
        "Für den Teig: 250 g Mehl; 250||g|Mehl|Für den Teig",
        "1 TL, gestr. Salz; 1||tsp|Salz|",
        "1 Tasse/n Kaffee; 1||cup|Kaffee|",
        "2 x 200 g Feta; 2|||Feta|200 g",
        "1 Schote(n) Paprika; 1||pod|Paprika|",
        "n. B. Wasser; |||Wasser|n. B"
    })
    void readsGermanLines(String line, String read) {
        assertEquals(read, read(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "1 c. à s. d'huile; 1||tbsp|huile|",
        "2 c. à soupe de sucre; 2||tbsp|sucre|",
        "1 càc de sel; 1||tsp|sel|",
        "1 cuillère à café rase de cannelle; 1||cuillère à café rase|cannelle|",
        "3 gousses d'ail; 3||clove|ail|",
        "200 g de farine tamisée; 200||g|farine tamisée|",
        "1/2 l de lait; 1/2||l|lait|",
        "25 cl de crème liquide; 25||cl|crème liquide|",
        "1,5 kg de pommes de terre; 1 1/2||kg|pommes de terre|",
        "une pincée de sel; ||pinch|sel|",
        "2 oignons émincés; 2|||oignons|émincés",
        "1 sachet de levure chimique; 1||sachet|levure chimique|",
        "1 boîte de tomates pelées (400 g); 1||tin|tomates pelées|400 g",
        "quelques feuilles de basilic; ||leaf|basilic|quelques",
        "4 à 6 tranches de jambon; 4|6|slice|jambon|",
        "Farine de blé : 70 g; 70||g|Farine de blé|",
        "1 bouquet de persil haché; 1||bunch|persil|haché",
        "1 verre de vin blanc (facultatif); 1||glass|vin blanc|facultatif",
        "le jus d'un citron; 1|||citron|le jus d'",
        "20 g de beurre fondu; 20||g|beurre|fondu"
    })
    void readsFrenchLines(String line, String read) {
        assertEquals(read, read(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "2 eetlepels olijfolie; 2||tbsp|olijfolie|",
        "1 el suiker; 1||tbsp|suiker|",
        "1 tl zout; 1||tsp|zout|",
        "2 teentjes knoflook, fijngesneden; 2||clove|knoflook|fijngesneden",
        "500 gr bloem; 500||g|bloem|",
        "1,5 dl melk; 1 1/2||dl|melk|",
        "een snufje zout; ||pinch|zout|",
        "1 blikje tomatenpuree (70 g); 1||tin|tomatenpuree|70 g",
        "2 uien, gesnipperd; 2|||uien|gesnipperd",
        "1 bosje peterselie; 1||bunch|peterselie|",
        "250 ml slagroom; 250||ml|slagroom|",
        "3 à 4 takjes tijm; 3|4|sprig|tijm|",
        "1 zakje vanillesuiker; 1||sachet|vanillesuiker|",
        "4 sneetjes brood; 4||slice|brood|",
        "ca. 200 g spinazie; 200||g|spinazie|ca",
        "1 theelepel kaneel (optioneel); 1||tsp|kaneel|optioneel",
        "peper en zout naar smaak; |||peper en zout|naar smaak",
        "een halve citroen; 1/2|||citroen|",
        "1 pond gehakt; 1||pfund|gehakt|"
    })
    void readsDutchLines(String line, String read) {
        assertEquals(read, read(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "un cucchiaio di olio; 1||tbsp|olio|",
        "2 cucchiai di zucchero; 2||tbsp|zucchero|",
        "1 cucchiaino di sale; 1||tsp|sale|",
        "200 g di farina; 200||g|farina|",
        "2 spicchi d'aglio; 2||clove|aglio|",
        "1 pizzico di sale; 1||pinch|sale|",
        "1/2 litro di latte; 1/2||l|latte|",
        "3 etti di prosciutto; 3||hg|prosciutto|",
        "sale q.b.; |||sale|q.b",
        "olio extravergine d'oliva q.b.; |||olio extravergine d'oliva|q.b",
        "1 mazzetto di prezzemolo tritato; 1||bunch|prezzemolo|tritato",
        "2-3 foglie di basilico; 2|3|leaf|basilico|",
        "1 bustina di lievito; 1||sachet|lievito|",
        "400 g di pomodori pelati; 400||g|pomodori pelati|",
        "un bicchiere di vino bianco; 1||glass|vino bianco|",
        "4 fette di pane; 4||slice|pane|",
        "1 cipolla tritata; 1|||cipolla|tritata",
        "mezza cipolla; 1/2|||cipolla|",
        "1,5 kg di patate; 1 1/2||kg|patate|",
        "1 scatola di fagioli (400 g); 1||tin|fagioli|400 g"
    })
    void readsItalianLines(String line, String read) {
        assertEquals(read, read(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "una pizca de sal; ||pinch|sal|",
        "2 cucharadas de aceite de oliva; 2||tbsp|aceite de oliva|",
        "1 cucharadita de comino; 1||tsp|comino|",
        "3 dientes de ajo; 3||clove|ajo|",
        "500 g de harina; 500||g|harina|",
        "1/2 kg de tomates; 1/2||kg|tomates|",
        "1 lata de atún (80 g); 1||tin|atún|80 g",
        "1 cebolla picada; 1|||cebolla|picada",
        "200 ml de leche; 200||ml|leche|",
        "1,5 l de caldo; 1 1/2||l|caldo|",
        "un puñado de perejil; ||handful|perejil|",
        "2 hojas de laurel; 2||leaf|laurel|",
        "1 sobre de levadura; 1||sachet|levadura|",
        "4 rebanadas de pan; 4||slice|pan|",
        "1/4 de cucharadita de pimienta; 1/4||tsp|pimienta|",
        "sal al gusto; |||sal|al gusto",
        "media cebolla; 1/2|||cebolla|",
        "2 o 3 ramitas de tomillo; 2|3|sprig|tomillo|",
        "1 vaso de vino blanco; 1||glass|vino blanco|",
        "1 cda. de azúcar; 1||tbsp|azúcar|"
    })
    void readsSpanishLines(String line, String read) {
        assertEquals(read, read(line));
    }
}
