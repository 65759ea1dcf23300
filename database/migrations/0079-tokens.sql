-- What is paid with on site, where that is not money itself: a part of the festival's details.

alter table festival_section drop constraint festival_section_name_check;
alter table festival_section add constraint festival_section_name_check
  check (name in ('contact', 'legal', 'policies', 'social', 'faq', 'vat', 'travel', 'guide', 'reasons', 'tokens'));
