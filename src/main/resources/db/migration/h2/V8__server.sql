-- Only a server needs what comes with this version.
update larder.schema_meta set version = 8;
