--liquibase formatted sql logicalFilePath:0038-new-words.sql

--changeset hexdesk:new-words
--comment The words of new tickets and comments go into a list first, and from there many at a time: a third of the time for each.
-- Searches read the list, too. It is kept so short (kB) that this costs them some dozens of microseconds; whoever
-- fills it empties it, within some milliseconds.
ALTER INDEX ticket_search_by_title_word SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX ticket_search_by_word SET (fastupdate = on, gin_pending_list_limit = 64);
--rollback ALTER INDEX ticket_search_by_word SET (fastupdate = off);
--rollback ALTER INDEX ticket_search_by_word RESET (gin_pending_list_limit);
--rollback ALTER INDEX ticket_search_by_title_word SET (fastupdate = off);
--rollback ALTER INDEX ticket_search_by_title_word RESET (gin_pending_list_limit);
