'use client';

import { Button } from '@festivals/ui/button';
import { Check, Copy, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

/** A link to hand on: to be read, copied, or sent with what the device has for that. */
export function CopyLink({ link, title }: { link: string; title: string }) {
  const t = useTranslations('site.ticket');
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const copy = async () => {
    field.current?.select();
    setCopied(
      await navigator.clipboard.writeText(link).then(
        () => true,
        () => false,
      ),
    );
  };
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3">
      <input
        ref={field}
        readOnly
        value={link}
        aria-label={t('link')}
        onFocus={(event) => event.currentTarget.select()}
        className="h-12 min-w-0 flex-1 basis-64 rounded-field border border-edge bg-page px-3 text-ink"
      />
      <Button size="lg" onClick={() => void copy()} className="rounded-button">
        {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        <span aria-live="polite">{t(copied ? 'copied' : 'copy')}</span>
      </Button>
      {'share' in navigator && (
        <Button
          size="lg"
          // Whoever closes the sheet again has not failed.
          onClick={() => void navigator.share({ title, url: link }).catch(() => undefined)}
          className="rounded-button"
        >
          <Send aria-hidden="true" />
          {t('send')}
        </Button>
      )}
    </div>
  );
}
