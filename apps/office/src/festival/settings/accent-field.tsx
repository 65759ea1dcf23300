import { nearestStrong, weaknesses } from '@festivals/domain/festival/accent';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import { paletteAccent } from '@festivals/ui';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useThemeForm } from './use-theme-form.ts';

const isHex = (text: string) => /^#[0-9a-f]{6}$/.test(text);

/** The colour of buttons and links: the palette's, or one of the festival's own that can be seen everywhere. */
export function AccentField() {
  const t = useTranslations('office.theme');
  const format = useFormatter();
  const { theme, change } = useThemeForm();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = theme.accent ?? paletteAccent(theme.palette);
  const weak = theme.accent !== undefined && isHex(theme.accent) ? weaknesses(theme.accent) : [];
  const take = (text: string) => {
    const color = text.trim().toLowerCase();
    const whole = color.startsWith('#') ? color : `#${color}`;
    setTyped(isHex(whole) ? null : text);
    if (isHex(whole)) change({ accent: whole });
  };
  return (
    <div className="space-y-2.5">
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('accent')} hint={t('accentHint')} error={typed === null ? undefined : t('accentForm')}>
          <span className="flex gap-2">
            <input
              type="color"
              aria-label={t('accentPick')}
              value={isHex(shown) ? shown : '#000000'}
              onChange={({ target }) => take(target.value)}
              className="h-9 w-12 cursor-pointer rounded-md border border-edge bg-surface p-1 pointer-coarse:h-11"
            />
            <Input
              className="w-32 font-mono"
              spellCheck={false}
              autoCapitalize="none"
              maxLength={7}
              value={typed ?? theme.accent ?? ''}
              placeholder={shown}
              onChange={({ target }) => take(target.value)}
            />
          </span>
        </Field>
        {theme.accent !== undefined && (
          <Button
            tone="quiet"
            onClick={() => {
              setTyped(null);
              change({ accent: undefined });
            }}
          >
            {t('accentOfPalette')}
          </Button>
        )}
      </div>
      {theme.accent !== undefined && weak.length > 0 && (
        <Notice tone="warning" live>
          <ul>
            {weak.map(({ page, ratio }) => (
              <li key={page}>{t(`weak.${page}`, { ratio: format.number(ratio, { maximumFractionDigits: 1 }) })}</li>
            ))}
          </ul>
          <Button size="sm" className="mt-2" onClick={() => take(nearestStrong(theme.accent ?? shown))}>
            <span
              aria-hidden="true"
              className="size-4 rounded-full border border-line"
              style={{ background: nearestStrong(theme.accent) }}
            />
            {t('takeNearest', { color: nearestStrong(theme.accent) })}
          </Button>
        </Notice>
      )}
    </div>
  );
}
