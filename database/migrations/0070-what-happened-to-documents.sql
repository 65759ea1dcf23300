-- Whether anything happened to a festival's documents since somebody looked. What a sale and the gates do is left out: it is most of the
-- log, and changes none of them.
create index event_of_documents on event (festival_id, xid) where name not like 'ticketing.%' and name not like 'access.%';
