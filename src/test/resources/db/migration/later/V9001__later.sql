-- What a later Larder may do to a larder: enough work to be killed in.
create table larder.later (id integer primary key, note text);
insert into larder.later select n, repeat('note ', 20) from system_range(1, 60000) as r(n);
update public.recipes set source = 'later';
