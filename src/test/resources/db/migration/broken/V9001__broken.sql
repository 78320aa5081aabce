-- Goes wrong after it has changed something that H2 can't roll back.
alter table public.recipes drop column source;
alter table public.recipes drop column sauce;
