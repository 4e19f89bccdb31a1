-- Browser and system in words, for whoever helps this person to tell one from another.
alter table session_device add column label text;
