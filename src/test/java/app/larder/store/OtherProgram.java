package app.larder.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database whose five tables a web backend's migration tool made, in its own way, with a role of its own. */
final class OtherProgram {

    private OtherProgram() {}

    /** What shows everybody's rows, row-level security or not; some of it with no harm, the rest to be revoked. */
    static final String WAYS_ROUND = """
            create view public.titles as select id, name from public.recipes;
            create view public.short_titles with (security_invoker = on) as select name from public.titles;
            create view public.own_titles with (security_invoker = on) as select id from public.recipes;
            create materialized view public.counts as select count(*) from public.recipes;
            create view public.secret_titles as select id from public.recipes;
            create view public.elsewhere as select 1 as one;
            create function public.everybody() returns bigint language sql security definer
                as $$ select count(*) from public.users $$;
            create function public.closed() returns bigint language sql security definer
                as $$ select count(*) from public.users $$;
            create function public.callers_own() returns bigint language sql as $$ select count(*) from public.users $$;
            revoke execute on function public.closed() from public;
            grant select on public.titles, public.short_titles, public.own_titles, public.elsewhere to public;
            grant select on public.counts to larder_app""";

    /** The owner's address of a new one with some rows. */
    static String freshDatabase() {
        String address = TestPostgres.freshAddress();
        try (Connection connection = Family.connect(DatabaseUrl.parse(address));
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin create role web login password 'web'; exception when duplicate_object then null; end $$;
                    create table public.users (
                        id uuid primary key default gen_random_uuid(), username varchar(80) not null unique,
                        password_hash varchar(255) not null, email text,
                        created_at timestamp default now(), updated_at timestamp);
                    create table public.recipes (
                        id uuid primary key default gen_random_uuid(), user_id uuid not null references public.users,
                        name varchar(200) not null, description text not null default '', ingredients json,
                        prep_time_minutes bigint, instructions text, source text, created_at timestamp default now());
                    create table public.chat_sessions (
                        id uuid primary key, user_id uuid not null references public.users on delete cascade,
                        title varchar, created_at timestamptz not null default now(), updated_at timestamptz);
                    create table public.chat_messages (
                        id uuid primary key default gen_random_uuid(), session_id uuid not null, role varchar(20) not null,
                        content text not null, created_at timestamptz not null default now());
                    create table public.household_ingredients (
                        id uuid primary key default gen_random_uuid(), user_id uuid not null references public.users,
                        name text not null, quantity text, unit text, category text, added_at timestamptz default now(),
                        opened boolean not null default false);
                    grant select, insert, update, delete on all tables in schema public to web;
                    insert into public.users (username, password_hash, created_at)
                        values ('old', '$2b$04$abcdefghijklmnopqrstuuBFsBhLQUlWtmf.7TLFMFLVwbbzU/9kO', '2020-02-03 04:05:06');
                    insert into public.recipes (user_id, name, ingredients, created_at)
                        select id, 'Old soup', '[{"name": "Leek"}]', null from public.users;
                    insert into public.recipes (user_id, name) select id, 'Old cake' from public.users""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return address;
    }
}
