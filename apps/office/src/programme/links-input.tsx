import { Button } from '@festivals/ui/button';
import { IconButton } from '@festivals/ui/icon-button';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import type { ArtistLink } from '@festivals/domain/programme/contract';
import { kindOf, LinkKind } from '@festivals/domain/programme/link-kind';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { errorAt } from '../form/error-at.ts';

type Props = { value: ArtistLink[]; onChange: (links: ArtistLink[]) => void; error: unknown };

/** Where an artist is found: a kind and an address each. Pasting an address chooses its kind. */
export function LinksInput({ value, onChange, error }: Props) {
  const t = useTranslations('office.programmeEdit');
  const words = useTranslations('office.timetable');
  const put = (at: number, link: ArtistLink) => onChange(value.with(at, link));
  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="mb-1 text-ui font-medium text-ink">{t('links')}</legend>
      {value.map((link, at) => {
        const wrong = errorAt(error, at);
        const number = at + 1;
        return (
          // Rows have no name of their own; they are added and taken away by their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at}>
            <div className="grid grid-cols-[8.5rem_minmax(0,1fr)_auto] items-center gap-2">
              <Select
                aria-label={words('linkKind', { number })}
                value={link.kind}
                onChange={({ target }) => put(at, { ...link, kind: LinkKind.parse(target.value) })}
              >
                {LinkKind.options.map((kind) => (
                  <option key={kind} value={kind}>
                    {words(`linkKinds.${kind}`)}
                  </option>
                ))}
              </Select>
              <Input
                type="url"
                inputMode="url"
                maxLength={300}
                placeholder="https://"
                aria-label={words('linkUrl', { number })}
                aria-invalid={wrong !== undefined || undefined}
                value={link.url}
                onChange={({ target: { value: url } }) =>
                  put(at, { url, kind: kindOf(url) === 'SITE' ? link.kind : kindOf(url) })
                }
              />
              <IconButton label={words('removeLink', { number })} onClick={() => onChange(value.toSpliced(at, 1))}>
                <X aria-hidden="true" />
              </IconButton>
            </div>
            {wrong !== undefined && (
              <p role="alert" className="mt-1.5 text-xs font-medium text-danger-text">
                {wrong}
              </p>
            )}
          </div>
        );
      })}
      {value.length < 20 && (
        <Button size="sm" tone="quiet" onClick={() => onChange([...value, { kind: 'SITE', url: '' }])}>
          <Plus aria-hidden="true" />
          {words('addLink')}
        </Button>
      )}
    </fieldset>
  );
}
