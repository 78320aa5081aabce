package app.larder.store;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/** The repositories' promises, kept on every kind of database. */
class RepositoryContractTest {

    @Nested
    class RecipesOnH2File extends RecipeContract {
        @Override
        Place open(Path folder) {
            return Place.h2File(folder);
        }
    }

    @Nested
    class RecipesOnH2InMemory extends RecipeContract {
        @Override
        Place open(Path folder) {
            return Place.h2Memory();
        }
    }

    @Nested
    class RecipesOnPostgres extends RecipeContract {
        @Override
        Place open(Path folder) {
            return Place.postgres();
        }
    }

    @Nested
    class RecipeSearchOnH2File extends RecipeSearchContract {
        @Override
        Place open(Path folder) {
            return Place.h2File(folder);
        }
    }

    @Nested
    class RecipeSearchOnH2InMemory extends RecipeSearchContract {
        @Override
        Place open(Path folder) {
            return Place.h2Memory();
        }
    }

    @Nested
    class RecipeSearchWhileTheIndexIsNotReady extends RecipeSearchContract {
        @Override
        Place open(Path folder) {
            return Place.h2Memory();
        }

        @Override
        boolean hasIndex() {
            return false;
        }
    }

    @Nested
    class RecipeSearchOnPostgres extends RecipeSearchContract {
        @Override
        Place open(Path folder) {
            return Place.postgres();
        }
    }

    @Nested
    class PantryOnH2File extends PantryContract {
        @Override
        Place open(Path folder) {
            return Place.h2File(folder);
        }
    }

    @Nested
    class PantryOnH2InMemory extends PantryContract {
        @Override
        Place open(Path folder) {
            return Place.h2Memory();
        }
    }

    @Nested
    class PantryOnPostgres extends PantryContract {
        @Override
        Place open(Path folder) {
            return Place.postgres();
        }
    }

    @Nested
    class RecipesOfAComputer extends RecipeContract {
        @Override
        Place open(Path folder) {
            return Place.ofComputer();
        }
    }

    @Nested
    class RecipeSearchOfAComputer extends RecipeSearchContract {
        @Override
        Place open(Path folder) {
            return Place.ofComputer();
        }
    }

    @Nested
    class PantryOfAComputer extends PantryContract {
        @Override
        Place open(Path folder) {
            return Place.ofComputer();
        }
    }

    @Nested
    class RecipesBehindAPooler extends RecipeContract {
        @Override
        Place open(Path folder) {
            return Place.ofComputerBehind(PgBouncer.inTransactionMode());
        }
    }

    @Nested
    class RecipeSearchBehindAPooler extends RecipeSearchContract {
        @Override
        Place open(Path folder) {
            return Place.ofComputerBehind(PgBouncer.inTransactionMode());
        }
    }

    @Nested
    class PantryBehindAPooler extends PantryContract {
        @Override
        Place open(Path folder) {
            return Place.ofComputerBehind(PgBouncer.inTransactionMode());
        }
    }

    @Nested
    class ChatOnH2File extends ChatContract {
        @Override
        Place open(Path folder) {
            return Place.h2File(folder);
        }
    }

    @Nested
    class ChatOnH2InMemory extends ChatContract {
        @Override
        Place open(Path folder) {
            return Place.h2Memory();
        }
    }

    @Nested
    class ChatOnPostgres extends ChatContract {
        @Override
        Place open(Path folder) {
            return Place.postgres();
        }
    }

    @Nested
    class ChatOfAComputer extends ChatContract {
        @Override
        Place open(Path folder) {
            return Place.ofComputer();
        }
    }

    @Nested
    class ChatBehindAPooler extends ChatContract {
        @Override
        Place open(Path folder) {
            return Place.ofComputerBehind(PgBouncer.inTransactionMode());
        }
    }

    @Nested
    class PhotosOnH2InMemory extends PhotoContract {
        @Override
        Place open(Path folder) {
            return Place.h2Memory();
        }
    }

    @Nested
    class PhotosOnPostgres extends PhotoContract {
        @Override
        Place open(Path folder) {
            return Place.postgres();
        }
    }

    @Nested
    class PhotosOfAComputer extends PhotoContract {
        @Override
        Place open(Path folder) {
            return Place.ofComputer();
        }
    }

    @Nested
    class PhotosBehindAPooler extends PhotoContract {
        @Override
        Place open(Path folder) {
            return Place.ofComputerBehind(PgBouncer.inTransactionMode());
        }
    }

    @Nested
    class PhotosOnH2File extends PhotoContract {
        private @Nullable Path folder;

        @Override
        Place open(Path at) {
            folder = at;
            return Place.h2File(at);
        }

        @Override
        void age() {
            PhotoFilesTest.age(Objects.requireNonNull(folder).resolve(PhotoFiles.FOLDER));
        }
    }
}
