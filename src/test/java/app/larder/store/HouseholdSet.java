package app.larder.store;

import java.util.UUID;

/** What a family may have: 1,500 recipes of 1.8 kB with details, 500 pantry items, 8,000 messages in 200 chats. */
final class HouseholdSet {

    /** Without the person. */
    static final int ROWS = 1_500 + 1_500 + 500 + 200 + 8_000;

    private HouseholdSet() {}

    /** Puts the household on a server, as another program would. */
    static String sql(UUID person) {
        return recipes(person, 1_500) + """
                ;insert into public.household_ingredients (user_id, name, quantity, unit)
                    select '{person}', 'Item ' || n, '500', 'g' from generate_series(1, 500) n;
                insert into public.chat_sessions (user_id, title) select '{person}', 'Dinner ' || n from generate_series(1, 200) n;
                insert into public.chat_messages (session_id, role, content)
                    select s.id, 'user', repeat('What can I cook with this tonight? ', 8)
                    from public.chat_sessions s, generate_series(1, 40) n where s.user_id = '{person}'
                """.replace("{person}", person.toString());
    }

    /** So many recipes with details. */
    static String recipes(UUID person, int many) {
        return """
                with made as (insert into public.recipes (user_id, name, ingredients, instructions)
                    select '{person}', 'Dish ' || n, (select jsonb_agg(jsonb_build_object('name', 'ingredient ' || (n * 7 + i) % 300,
                        'quantity', i || '00', 'unit', 'g', 'id', gen_random_uuid())) from generate_series(0, 9) i),
                        repeat('Stir well and let it rest for ' || n || ' minutes. ', 20)
                    from generate_series(1, {many}) n returning id, user_id)
                insert into larder.recipe_details (recipe_id, user_id, servings, tags) select id, user_id, 4, '["quick"]' from made
                """.replace("{person}", person.toString()).replace("{many}", "" + many);
    }
}
