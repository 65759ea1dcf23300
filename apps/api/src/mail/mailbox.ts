/** Where mails go in development: a folder that API and worker share, one file a message. */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Attachment } from './attachment.ts';

const Message = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), base64: z.string() })),
});
export type Message = z.infer<typeof Message>;

const folderOf = (data: string) => join(data, 'mail');

/** Puts a message into the mailbox. Written aside and renamed, so that a reader never meets half of one. */
export async function keepMessage(
  data: string,
  { attachments, ...message }: Omit<Message, 'id' | 'attachments'> & { attachments: readonly Attachment[] },
): Promise<void> {
  const folder = folderOf(data);
  const id = v7();
  const kept: Message = {
    ...message,
    id,
    attachments: attachments.map(({ name, type, bytes }) => ({
      name,
      type,
      base64: Buffer.from(bytes).toString('base64'),
    })),
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${id}.part`), JSON.stringify(kept));
  await rename(join(folder, `${id}.part`), join(folder, `${id}.json`));
}

/** The newest messages first; their ids tell the order. */
export async function newestMessages(data: string, most = 100): Promise<Message[]> {
  const names = await readdir(folderOf(data)).catch((): string[] => []);
  const newest = names
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .toReversed()
    .slice(0, most);
  return Promise.all(newest.map((name) => readMessage(join(folderOf(data), name))));
}

/** One message, or null when there is none of that id. */
export async function messageById(data: string, id: string): Promise<Message | null> {
  if (!z.uuid().safeParse(id).success) return null;
  return readMessage(join(folderOf(data), `${id}.json`)).catch(() => null);
}

const readMessage = async (file: string): Promise<Message> => Message.parse(JSON.parse(await readFile(file, 'utf8')));
