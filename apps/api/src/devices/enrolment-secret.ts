import { createHmac } from 'node:crypto';
import { enrolmentCode } from '@festivals/domain/devices/enrolment-code';
import { deriveKey } from '../identity/derive-key.ts';
import type { Env } from '../platform/env.ts';

const mac = (env: Env, text: string): Buffer =>
  createHmac('sha256', deriveKey(env.SEALING_SECRET, 'device-enrolment')).update(text).digest();

/** An offer's code, computed from its id: a repeated request is answered the same, and the code itself is stored nowhere. */
export const codeOf = (env: Env, enrolmentId: string): string => enrolmentCode(mac(env, `code ${enrolmentId}`));

/** What is kept of a code. Keyed, because its fifty bits could be tried through by whoever reads the table. */
export const hashCode = (env: Env, code: string): Buffer => mac(env, `hash ${code}`);
