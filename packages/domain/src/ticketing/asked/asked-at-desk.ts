import type { AskedOfBuyers } from './schemas.ts';

/**
 * What a festival asks where the team sells by itself: all of it may be told, nothing has to be. Whoever sells sees who stands before them,
 * and a queue does not wait for what the shop has time to ask. What is told is judged as anywhere.
 */
export const askedAtDesk = (asked: AskedOfBuyers): AskedOfBuyers => ({
  ...asked,
  names: asked.names === 'REQUIRED' ? 'OPTIONAL' : asked.names,
  questions: asked.questions.map((question) => ({ ...question, required: false })),
});
