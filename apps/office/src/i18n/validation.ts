import type { OfficeMessages } from '@festivals/messages/office';
import { z } from 'zod';

type Texts = OfficeMessages['validation'];

const isKey = (texts: Texts, key: string): key is keyof Texts => key in texts;

/** Lets the contract's schemas say what is wrong in the reader's words. */
export function speakValidation(texts: Texts): void {
  const say = (key: keyof Texts, limit?: unknown) => texts[key].replace('{limit}', String(limit));
  z.config({
    customError: (issue) => {
      if (issue.code === 'custom') return texts.invalid;
      // Nothing is not wrong, too short or no address: it is missing.
      if (issue.input === undefined || issue.input === null || issue.input === '') return texts.required;
      if (issue.code === 'invalid_type') return texts.invalid;
      if (issue.code === 'too_small') {
        if (issue.origin === 'number' || issue.origin === 'int') return say('number_min', issue.minimum);
        return Number(issue.minimum) <= 1 ? texts.required : say('too_short', issue.minimum);
      }
      if (issue.code === 'too_big')
        return say(issue.origin === 'number' || issue.origin === 'int' ? 'number_max' : 'too_long', issue.maximum);
      if (issue.code === 'invalid_format' && issue.format === 'email') return texts.email;
      if (issue.code === 'invalid_format' && issue.format === 'date') return texts.required;
      return texts.invalid;
    },
  });
  spoken = texts;
}

let spoken: Texts | null = null;

/** What a form says about a value: a rule's own word (`ends_before_start`) in the reader's language, or the text as it is. */
export function validationText(message: string | undefined): string | undefined {
  if (message === undefined || spoken === null) return message;
  return isKey(spoken, message) ? spoken[message] : message;
}
