import { setTimeout as wait } from 'node:timers/promises';
import { house } from './house.ts';

interface Mail {
  to: string;
  subject: string;
  text: string;
  attachments: { name: string; type: string; path: string }[];
}

/** The newest mail to an address that has what is looked for; jobs take a moment to write it. */
export async function mailTo(address: string, isWanted: (mail: Mail) => boolean = () => true): Promise<Mail> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const { data } = (await (await fetch(`${house.api}/mailbox.json`)).json()) as { data: Mail[] };
    const found = data.find((mail) => mail.to === address && isWanted(mail));
    if (found) return found;
    await wait(200);
  }
  throw new Error(`No such mail came to ${address}.`);
}

/** The first address in a mail's text. */
export function linkIn(mail: Mail): string {
  const [link] = /https?:\/\/\S+/.exec(mail.text) ?? [];
  if (!link) throw new Error(`No link in the mail "${mail.subject}".`);
  return link;
}

export async function attachmentOf(mail: Mail, type: string): Promise<Uint8Array> {
  const attachment = mail.attachments.find((one) => one.type === type);
  if (!attachment) throw new Error(`The mail "${mail.subject}" has no ${type}.`);
  return new Uint8Array(await (await fetch(house.api + attachment.path)).arrayBuffer());
}
