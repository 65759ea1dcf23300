import { Theme } from '@festivals/domain/festival/contract';
import { cornerRadii, typefaces } from '@festivals/ui';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useThemeForm } from './use-theme-form.ts';

function Choice({
  group,
  checked,
  onChoose,
  children,
}: {
  group: string;
  checked: boolean;
  onChoose: () => void;
  children: ReactNode;
}) {
  return (
    <label className="flex cursor-pointer flex-col gap-1 rounded-lg border border-line bg-surface p-3 text-ui text-ink-soft transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <input type="radio" name={group} className="sr-only" checked={checked} onChange={onChoose} />
      {children}
    </label>
  );
}

/** The letters: a face for what is shouted and one for what is read. */
export function TypefaceField() {
  const t = useTranslations('office.theme');
  const { theme, change } = useThemeForm();
  const chosen = theme.typeface ?? 'poster';
  return (
    <fieldset>
      <legend className="mb-2 text-ui font-medium text-ink">{t('typeface')}</legend>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        {Theme.shape.typeface.unwrap().options.map((typeface) => (
          <Choice
            key={typeface}
            group="typeface"
            checked={typeface === chosen}
            onChoose={() => change({ typeface: typeface === 'poster' ? undefined : typeface })}
          >
            <span
              aria-hidden="true"
              className="text-xl leading-tight font-extrabold text-ink"
              style={{
                fontFamily: typefaces[typeface].display,
                fontStretch: typeface === 'poster' ? '80%' : undefined,
              }}
            >
              Aa Éß
            </span>
            {t(`typefaces.${typeface}`)}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

/** How corners are cut. */
export function CornersField() {
  const t = useTranslations('office.theme');
  const { theme, change } = useThemeForm();
  const chosen = theme.corners ?? 'soft';
  return (
    <fieldset>
      <legend className="mb-2 text-ui font-medium text-ink">{t('corners')}</legend>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {Theme.shape.corners.unwrap().options.map((corners) => (
          <Choice
            key={corners}
            group="corners"
            checked={corners === chosen}
            onChoose={() => change({ corners: corners === 'soft' ? undefined : corners })}
          >
            <span
              aria-hidden="true"
              className="h-7 w-12 border-2 border-b-0 border-edge"
              style={{
                borderTopLeftRadius: cornerRadii[corners]['2xl'],
                borderTopRightRadius: cornerRadii[corners]['2xl'],
              }}
            />
            {t(`cornerKind.${corners}`)}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

const manners = {
  lettering: { options: Theme.shape.lettering.unwrap().options, usual: 'loud' },
  layout: { options: Theme.shape.layout.unwrap().options, usual: 'centred' },
  rhythm: { options: Theme.shape.rhythm.unwrap().options, usual: 'even' },
  light: { options: Theme.shape.light.unwrap().options, usual: 'reader' },
} as const;

/** How headlines are written, how the poster is set, how much air there is, by which light the page is read. */
export function MannerFields() {
  const t = useTranslations('office.theme');
  const { theme, change } = useThemeForm();
  return (Object.keys(manners) as (keyof typeof manners)[]).map((manner) => {
    const { options, usual } = manners[manner];
    return (
      <fieldset key={manner}>
        <legend className="mb-2 text-ui font-medium text-ink">{t(`manner.${manner}`)}</legend>
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          {options.map((option) => (
            <Choice
              key={option}
              group={manner}
              checked={option === (theme[manner] ?? usual)}
              onChoose={() => change({ [manner]: option === usual ? undefined : option })}
            >
              {t(`manners.${option}`)}
            </Choice>
          ))}
        </div>
      </fieldset>
    );
  });
}
