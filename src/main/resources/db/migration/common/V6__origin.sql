-- How much the family likes a recipe, and what the program it came from said that has no place of its own here.
alter table larder.recipe_details add column rating integer;
alter table larder.recipe_details add constraint recipe_details_rating_check check (rating between 1 and 5);
alter table larder.recipe_details add column origin jsonb;

update larder.schema_meta set version = 6;
