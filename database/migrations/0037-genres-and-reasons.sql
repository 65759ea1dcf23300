-- What a festival plays, by which it is found on the platform's first page; and the reasons to come, a part of its details.

alter table festival add column genres text[] not null default '{}' check (cardinality(genres) <= 12);

alter table festival_section drop constraint festival_section_name_check;
alter table festival_section add constraint festival_section_name_check
  check (name in ('contact', 'legal', 'policies', 'social', 'faq', 'vat', 'travel', 'guide', 'reasons'));
