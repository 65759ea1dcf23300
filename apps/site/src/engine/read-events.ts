/** One server-sent event: its kind, `message` when it names none, and its data. */
export interface SaidEvent {
  kind: string;
  data: string;
}

/** Reads server-sent events (HTML, 9.2.6) as far as we say them: a comment is a sign of life and nothing else. */
export async function* readEvents(body: ReadableStream<Uint8Array>, alive: () => void): AsyncGenerator<SaidEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  let kind = 'message';
  let data = '';
  for await (const bytes of body) {
    alive();
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('event: ')) kind = line.slice('event: '.length);
      else if (line.startsWith('data: ')) data += line.slice('data: '.length);
      else if (line === '') {
        // A comment ends with an empty line too.
        if (data !== '') yield { kind, data };
        kind = 'message';
        data = '';
      }
    }
  }
}
