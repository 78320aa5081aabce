-- Conversations go to the trash too, with their messages, so that Undo can bring them back.
alter table larder.trash drop constraint trash_entity_check;
alter table larder.trash add constraint trash_entity_check
    check (entity in ('recipe', 'household_ingredient', 'chat_session'));

update larder.schema_meta set version = 5;
