package app.larder;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house's directions. Plain tests, because rules in annotated fields are silently not run by Surefire. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("app.larder");

    @Test
    void theWholeHouseIsRead() {
        assertTrue(HOUSE.size() > 50, "only " + HOUSE.size() + " classes were read");
    }

    @Test
    void onlyViewsShellHallwayAndTheAppKnowJavaFx() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..view..", "app.larder.shell..", "app.larder.fx..")
                .and(not(simpleName("LarderApp")))
                .and()
                .haveNameNotMatching(".*LarderApp\\$.*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..")
                .check(HOUSE);
    }

    @Test
    void onlyTheCellarKnowsDatabases() {
        noClasses()
                .that()
                .resideOutsideOfPackage("app.larder.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.hibernate..", "jakarta.persistence..", "org.flywaydb..", "java.sql..", "javax.sql..",
                        "org.h2..", "org.postgresql..", "com.zaxxer..", "org.apache.lucene..")
                .check(HOUSE);
    }

    @Test
    void onlyTheFrontDoorKnowsTheCellar() {
        noClasses()
                .that(resideInAnyPackage("app.larder.."))
                .and()
                .resideOutsideOfPackages("app.larder", "app.larder.store..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("app.larder.store..")
                .check(HOUSE);
    }

    @Test
    void nobodyLooksBackAtTheFrontDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("app.larder")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("app.larder")
                .check(HOUSE);
    }

    @Test
    void theKitchenStandsAlone() {
        classes()
                .that()
                .resideInAPackage("app.larder.kitchen..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("app.larder.kitchen..", "java..", "org.jspecify..")
                .check(HOUSE);
    }

    @Test
    void theRoomsKnowNoScreensAndNoCommands() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "app.larder.account", "app.larder.recipes", "app.larder.pantry", "app.larder.cook",
                        "app.larder.exchange..", "app.larder.chat", "app.larder.chat.wire", "app.larder.chat.helper",
                        "app.larder.settings", "app.larder.backup", "app.larder.store..", "app.larder.kitchen..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..view..", "app.larder.shell..", "app.larder.fx..", "app.larder.cli..")
                .check(HOUSE);
    }

    @Test
    void thePackagesHaveNoCycles() {
        slices().matching("app.larder.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void nothingStaticChanges() {
        ArchCondition<JavaField> beFinal = new ArchCondition<>("be final") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                if (!field.getModifiers().contains(JavaModifier.FINAL)) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is static and not final"));
                }
            }
        };
        fields().that().areStatic().and().haveNameNotMatching("\\$.*").should(beFinal).check(HOUSE);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackages("app.larder.cli..", "app.larder")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(HOUSE);
    }

    @Test
    void nobodyInterruptsWork() {
        noClasses()
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("shutdownNow")))
                .check(HOUSE);
    }

    @Test
    void theJavaFxThreadIsReachedInOnePlace() {
        noClasses()
                .that()
                .haveNameNotMatching("app\\.larder\\.fx\\.Background.*")
                .should()
                .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
                .check(HOUSE);
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        Path main = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(main)) {
            List<Path> silent = files.filter(f -> f.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !marked(folder.resolve("package-info.java")))
                    .toList();
            assertEquals(List.of(), silent);
        }
    }

    private static boolean marked(Path packageInfo) {
        try {
            String text = Files.readString(packageInfo);
            return text.startsWith("/** ") && text.contains("@NullMarked");
        } catch (IOException e) {
            return false;
        }
    }
}
