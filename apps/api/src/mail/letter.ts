import type { Language } from '@festivals/domain/primitives';

/** What a mail says, before it is HTML or plain text. */
export interface Letter {
  language: Language;
  subject: string;
  /** What a list of mails shows after the subject. */
  preheader: string;
  title: string;
  hello: string;
  text: string;
  /** Short facts, each with its name: when, where. */
  facts: ReadonlyArray<readonly [name: string, value: string]>;
  button: { label: string; link: string };
  /** A second way on, in words. */
  also?: { text: string; link: string };
  note: string;
  linkHint: string;
  sentTo: string;
}
