import type { Failure } from '@festivals/contract';
import { errorOf, type ErrorName } from '@festivals/domain/errors';
import type { Language } from '@festivals/domain/primitives';
import { errors as texts } from '@festivals/messages/errors';
import type { Fault } from './fault.ts';

/** The status and the body that a caller gets for an error of the catalogue, in the caller's language. */
export function failureOf(fault: Fault, language: Language): { status: number; body: Failure } {
  const { code, name, status } = errorOf(fault.name);
  return { status, body: { error: { code, name, message: messageOf(fault.name, language), details: fault.details } } };
}

function messageOf(name: ErrorName, language: Language): string {
  const [domain = '', key = ''] = name.split('.');
  const inDomain: Record<string, Record<string, string>> = texts[language];
  return inDomain[domain]?.[key] ?? name;
}
