package app.larder.store;

import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.type.format.jackson.Jackson3JsonFormatMapper;
import tools.jackson.databind.json.JsonMapper;

/** Builds Hibernate's factory over the mapped classes of this package. */
final class Mapping {

    private Mapping() {}

    /** A factory that asks the database nothing while it is built. */
    static SessionFactory factory(DataSource target, Vendor vendor, JsonMapper mapper) {
        return new HibernatePersistenceConfiguration("larder-" + vendor.folder())
                .managedClasses(
                        UserRow.class,
                        RecipeRow.class,
                        RecipeDetailsRow.class,
                        PhotoRow.class,
                        RecipeSearchRow.class,
                        RecipeTermRow.class,
                        SearchStateRow.class,
                        IngredientTermRow.class,
                        HouseholdIngredientRow.class,
                        PantryMoveRow.class,
                        ChatSessionRow.class,
                        ChatMessageRow.class,
                        MessageDetailsRow.class,
                        MessageDraftRow.class,
                        TrashRow.class)
                .properties(Map.ofEntries(
                        Map.entry("hibernate.connection.datasource", target),
                        Map.entry("hibernate.boot.allow_jdbc_metadata_access", false),
                        Map.entry("jakarta.persistence.database-product-name", vendor.product()),
                        Map.entry("jakarta.persistence.database-major-version", vendor.major()),
                        Map.entry("jakarta.persistence.database-minor-version", vendor.minor()),
                        Map.entry("hibernate.type.json_format_mapper", new Jackson3JsonFormatMapper(mapper)),
                        Map.entry("hibernate.jdbc.time_zone", "UTC"),
                        Map.entry("hibernate.jdbc.batch_size", 50),
                        Map.entry("hibernate.order_inserts", true),
                        Map.entry("hibernate.xml_mapping_enabled", false),
                        Map.entry("hibernate.hbm2ddl.auto", "none"),
                        Map.entry("jakarta.persistence.validation.mode", "none"),
                        Map.entry("hibernate.cache.use_second_level_cache", false)))
                .createEntityManagerFactory();
    }
}
