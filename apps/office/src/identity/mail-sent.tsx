import { MailCheck } from 'lucide-react';
import type { ReactNode } from 'react';

/** A mail is under way: what it is for and where to look. */
export function MailSent({ title, detail, foot }: { title: string; detail: string; foot: ReactNode }) {
  return (
    <div role="status" className="space-y-4">
      <title>{`${title} · Festivals`}</title>
      <span className="grid size-12 place-items-center rounded-xl bg-success-soft text-success-text">
        <MailCheck aria-hidden="true" className="size-6" />
      </span>
      <h1 className="text-2xl font-semibold tracking-tight text-ink">{title}</h1>
      <p className="text-sm text-pretty text-ink-soft">{detail}</p>
      <p className="text-ui text-ink-soft">{foot}</p>
    </div>
  );
}
