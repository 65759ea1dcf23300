'use client';

import { Spinner } from '@festivals/ui/spinner';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState, type ComponentType } from 'react';
import type { CompanyProps } from './company-form.tsx';
import { ProblemNotice } from './problem-notice.tsx';

/** Buying for a company: a line for most, and a form that is loaded for whoever opens it. */
export function Company(props: CompanyProps) {
  const t = useTranslations('site.company');
  const [Form, setForm] = useState<ComponentType<CompanyProps> | null>(null);
  const [failed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    import('./company-form.tsx').then(
      ({ CompanyForm }) => setForm(() => CompanyForm),
      () => setFailed(true),
    );
  };
  const details = useRef<HTMLDetailsElement>(null);
  // Whoever opened it while the page's script was on its way was not heard.
  const begin = useEffectEvent(() => details.current?.open && load());
  useEffect(() => void begin(), []);
  return (
    <details
      ref={details}
      className="mt-6 rounded-2xl bg-sunken p-4"
      open={props.company !== null || undefined}
      onToggle={({ currentTarget }) => currentTarget.open && Form === null && load()}
    >
      <summary className="cursor-pointer font-semibold">{t('title')}</summary>
      <p className="mt-2 text-sm text-ink-soft">{t('text')}</p>
      {Form ? (
        <Form {...props} />
      ) : failed ? (
        <ProblemNotice problem={{ kind: 'network', name: 'UNREACHABLE', message: '' }} />
      ) : (
        <Spinner label={t('loading')} className="mt-4 size-8 text-accent" />
      )}
    </details>
  );
}
