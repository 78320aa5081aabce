package app.larder.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The words made-up recipes are written with: English and German, common ones first. Rare words are put together from
 * the common ones as German does, so that the vocabulary grows as a real one (some ten thousand distinct words).
 */
final class CorpusWords {

    private static final String[] FOODS = """
            salt olive-oil onion garlic butter sugar flour egg pepper water milk chicken-breast tomato lemon-juice cream
            cheddar parsley carrot celery potato rice basil cumin paprika soy-sauce ginger honey vinegar mustard
            mayonnaise beef-mince pork-shoulder bacon chicken-thigh chicken-stock mushroom bell-pepper spinach broccoli
            courgette sweetcorn black-bean chickpea lentil coconut-milk curry-paste fish-sauce lime coriander mint thyme
            rosemary oregano bay-leaf nutmeg cinnamon vanilla-extract baking-powder bicarbonate yeast brown-sugar
            maple-syrup oats almond walnut pecan cashew peanut-butter chocolate cocoa-powder strawberry blueberry banana
            apple pear orange peach mango pineapple avocado cucumber lettuce kale cabbage cauliflower asparagus green-bean
            pea leek shallot spring-onion fennel turnip beetroot radish pumpkin squash sweet-potato quinoa couscous bulgur
            pasta spaghetti noodle bread tortilla pitta salmon tuna cod prawn crab mussel turkey duck lamb veal sausage
            ham chorizo tofu tempeh yoghurt sour-cream cream-cheese feta mozzarella parmesan ricotta stilton gouda saffron
            cardamom clove star-anise turmeric chilli-flake cayenne sesame-oil sesame-seed poppy-seed sunflower-seed caper
            olive anchovy gherkin ketchup horseradish red-wine white-wine beer rum brandy gelatine cornflour tapioca
            aubergine artichoke apricot barley blackberry buttermilk cherry chestnut clementine crème-fraîche currant date
            dill fig grape grapefruit gruyère halloumi hazelnut juniper jalapeño kidney-bean lemongrass lovage mackerel
            marzipan melon molasses nectarine okra papaya parsnip passion-fruit pistachio plum polenta pomegranate quark
            quince raisin raspberry rhubarb rocket sage samphire semolina swede tahini tarragon treacle trout watercress
            Mehl Zucker Salz Butter Eier Milch Sahne Zwiebel Knoblauch Kartoffel Möhre Sellerie Petersilie Schnittlauch
            Hackfleisch Rindfleisch Schweinefilet Hähnchenbrust Speck Schinken Wurst Käse Quark Joghurt Schmand Grieß
            Nudeln Spätzle Reis Linsen Bohnen Erbsen Kohl Rotkohl Sauerkraut Spinat Gurke Tomate Paprikaschote Pilze
            Äpfel Birnen Kirschen Pflaumen Erdbeeren Himbeeren Rosinen Mandeln Haselnüsse Walnüsse Schokolade Kakao
            Zimt Nelken Muskat Kümmel Majoran Lorbeerblatt Essig Öl Senf Meerrettich Honig Hefe Backpulver Vanillezucker
            Semmelbrösel Brötchen Gemüsebrühe Lachs Forelle Rhabarber Kürbis Lauch Spargel Grünkohl Preiselbeeren""".split("\\s+");

    private static final String[] KINDS = """
            fresh dried chopped organic frozen ground smoked large small unsalted low-fat tinned roasted raw ripe baby
            wild toasted pickled free-range wholemeal grated crushed sweet dark light young crunchy frisch getrocknet
            gemahlen geräuchert gewürfelt gehackt jung reif süß mild scharf""".split("\\s+");

    private static final String[] VERBS = """
            the and a to in with until of for it add heat stir oven pan minutes into over mix bake cook simmer place
            remove season taste serve pour cover boil bring large bowl medium then from on aside set well about water
            drain fold whisk rest cool slice chop knead roll sprinkle drizzle toss melt brown fry roast grill steam blend
            beat combine dough sauce mixture tray sheet paper dish spoon half through golden tender crisp soft smooth
            thick hot cold warm low high preheat degrees hour more each side top layer spread press chill line grease
            meanwhile return reduce evenly gently finely thinly overnight garnish divide transfer turn leave keep dry
            pat rinse peel core trim cut pieces wedges strips cubes lengthways diagonally knife board food processor
            und die der das mit in den auf etwa Minuten bei lassen geben dann Ofen Grad Teig rühren backen kochen
            schneiden würfeln schälen waschen abtropfen vermengen verrühren kneten ausrollen bestreuen servieren
            abschmecken würzen braten dünsten köcheln aufkochen abkühlen Topf Pfanne Schüssel Form Blech anschließend
            zugedeckt ruhen goldbraun vorheizen unterheben ablöschen schwenken heiß warm kalt groß klein fein grob süß
            family grandma weekend summer winter quick easy slow rustic classic simple spicy smoky creamy crunchy hearty
            favourite weeknight garden harvest holiday leftover budget tradition einfach schnell herzhaft Sonntag Omas
            Rezept Klassiker Sommer Winter Familie lecker saftig knusprig deftig vegetarisch""".split("\\s+");

    private static final String[] DISHES = """
            stew soup salad roast curry pie pasta bowl casserole cake bread tart risotto gratin stir-fry omelette pancakes
            crumble pudding biscuits muffins chutney jam dip burger lasagne chilli tagine pilaf fritters skewers Kuchen
            Suppe Eintopf Salat Auflauf Torte Braten Gulasch Pfannkuchen Knödel Strudel Plätzchen Gratin Soße""".split("\\s+");

    private final Ranked foods;
    private final Ranked words;

    CorpusWords(long seed) {
        Random random = new Random(seed);
        foods = new Ranked(foods(random), 12);
        words = new Ranked(words(random), 4);
    }

    private static List<String> foods(Random random) {
        List<String> names = new ArrayList<>();
        for (String kind : concat("", KINDS)) {
            for (String food : FOODS) {
                names.add((kind + " " + food).replace('-', ' ').strip());
            }
        }
        Collections.shuffle(names.subList(60, names.size()), random);
        return names;
    }

    private static List<String> words(Random random) {
        List<String> rare = new ArrayList<>();
        for (String first : FOODS) {
            for (String second : concat("", DISHES)) {
                String head = first.replace("-", "");
                rare.add(second.isEmpty() ? head : head + second.toLowerCase(java.util.Locale.ROOT).replace("-", ""));
            }
        }
        Collections.shuffle(rare, random);
        List<String> words = new ArrayList<>(List.of(VERBS));
        words.addAll(rare);
        for (int i = 0; i < 8_000; i++) {
            words.add(name(random));
        }
        return words;
    }

    /** A word of no meaning, as a place, a brand or a family has. */
    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int syllables = 2 + random.nextInt(3); syllables > 0; syllables--) {
            name.append("bdfghklmnprstvwz".charAt(random.nextInt(16))).append("aeiou".charAt(random.nextInt(5)));
        }
        return name.append("lnrst".charAt(random.nextInt(5))).toString();
    }

    private static String[] concat(String first, String[] others) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(others));
        return all.toArray(String[]::new);
    }

    String food(Random random) {
        return foods.pick(random);
    }

    String word(Random random) {
        return words.pick(random);
    }

    String dish(Random random) {
        return DISHES[random.nextInt(DISHES.length)];
    }

    int foods() {
        return foods.size();
    }

    /** Words drawn by rank: the n-th as often as 1 in n plus a shift that flattens the top (Zipf-Mandelbrot). */
    private static final class Ranked {
        private final List<String> words;
        private final double[] upTo;

        Ranked(List<String> words, int shift) {
            this.words = words;
            this.upTo = new double[words.size()];
            double sum = 0;
            for (int i = 0; i < upTo.length; i++) {
                sum += 1.0 / (i + shift);
                upTo[i] = sum;
            }
        }

        String pick(Random random) {
            int at = java.util.Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
            return words.get(Math.min(at < 0 ? -at - 1 : at, words.size() - 1));
        }

        int size() {
            return words.size();
        }
    }
}
