import { useRef } from 'react';

/** The idempotency key of a deed: the same for the same body, however often it is sent again, a new one for another. */
export function useDeedKey(): (body: unknown) => string {
  const last = useRef({ body: '', key: '' });
  return (body) => {
    const text = JSON.stringify(body);
    if (text !== last.current.body) last.current = { body: text, key: crypto.randomUUID() };
    return last.current.key;
  };
}
