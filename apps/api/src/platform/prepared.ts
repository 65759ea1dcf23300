/** An answer that has been written out already and is sent as it is, however often it is asked for. */
export class Prepared<Answer> {
  readonly body: Buffer;

  constructor(answer: Answer) {
    this.body = Buffer.from(JSON.stringify({ data: answer }));
  }
}
