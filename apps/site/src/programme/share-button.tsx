'use client';

import { Check, Share2 } from 'lucide-react';
import { useState } from 'react';

interface Props {
  title: string;
  words: { share: string; copied: string; failed: string };
  className: string;
}

/** Hands the page's address on: as the device does it, else to the clipboard. */
export function ShareButton({ title, words, className }: Props) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const share = async () => {
    const url = location.href;
    if ('share' in navigator && matchMedia('(pointer: coarse)').matches) {
      // Whoever closes the sheet again has not failed.
      await navigator.share({ title, url }).catch(() => undefined);
      return;
    }
    try {
      await navigator.clipboard.writeText(url);
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  const Sign = state === 'copied' ? Check : Share2;
  return (
    <button type="button" onClick={() => void share()} className={`scripted ${className}`}>
      <Sign aria-hidden="true" className="size-5" />
      <span aria-live="polite">
        {state === 'idle' ? words.share : state === 'copied' ? words.copied : words.failed}
      </span>
    </button>
  );
}
