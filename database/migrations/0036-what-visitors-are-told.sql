-- What an organiser tells visitors beside what there was: how to get here, how to stay and what to know, a text about cookies;
-- and how precisely the shop says how many tickets are left.

alter table festival_section drop constraint festival_section_name_check;
alter table festival_section add constraint festival_section_name_check
  check (name in ('contact', 'legal', 'policies', 'social', 'faq', 'vat', 'travel', 'guide'));
update festival_section set content = content || '{"cookies": {}}' where name = 'legal' and not content ? 'cookies';

alter table ticket_type
  -- EXACT says the number; FEW says only that few are left, from few_left_below down; NONE says only whether there are any.
  add column disclosure text not null default 'FEW' check (disclosure in ('EXACT', 'FEW', 'NONE')),
  add column few_left_below int not null default 20 check (few_left_below between 1 and 10000);
