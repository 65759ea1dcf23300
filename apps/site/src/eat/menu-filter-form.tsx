import { Allergen, Diet, type Stand } from '@festivals/domain/stands/contract';
import { getTranslations } from 'next-intl/server';
import type { Language } from '@festivals/messages';

const pill =
  'relative inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-button border border-edge bg-surface px-4 font-semibold text-ink hover:bg-hover has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent';

/** What somebody eats and does not eat. The style sheet does the filtering, so that it works without script. */
export async function MenuFilterForm({ language, stands }: { language: Language; stands: readonly Stand[] }) {
  const t = await getTranslations({ locale: language, namespace: 'site.eat' });
  const products = stands.flatMap((stand) => stand.products);
  const diets = Diet.options.filter((diet) => products.some((product) => product.diets.includes(diet)));
  const allergens = Allergen.options.filter((one) => products.some((product) => product.allergens.includes(one)));
  const hasHours = stands.some(({ hours }) => hours.length > 0);
  if (diets.length === 0 && allergens.length === 0 && !hasHours) return null;
  return (
    <form id="menu-filter" className="unprinted space-y-4" autoComplete="off">
      <fieldset>
        <legend className={diets.length > 0 ? 'mb-2 font-semibold' : 'sr-only'}>{t('eats')}</legend>
        <div className="flex flex-wrap gap-2">
          {diets.map((diet) => (
            <label key={diet} className={pill}>
              <input type="checkbox" name="diet" value={diet} id={`diet-${diet}`} className="sr-only" />
              {t(`diet.${diet}`)}
            </label>
          ))}
          {hasHours && (
            <label className={`${pill} [@media(scripting:none)]:hidden`}>
              <input type="checkbox" name="open" value="now" id="open-now" className="sr-only" />
              {t('open_only')}
            </label>
          )}
        </div>
      </fieldset>
      {allergens.length > 0 && (
        <details className="group">
          <summary className="inline-flex min-h-11 items-center font-semibold text-accent-text underline underline-offset-4">
            {t('without')}
          </summary>
          <fieldset className="mt-2">
            <legend className="sr-only">{t('without')}</legend>
            <div className="flex flex-wrap gap-2">
              {allergens.map((allergen) => (
                <label key={allergen} className={pill}>
                  <input
                    type="checkbox"
                    name="without"
                    value={allergen}
                    id={`without-${allergen}`}
                    className="sr-only"
                  />
                  {t(`allergen.${allergen}`)}
                </label>
              ))}
            </div>
          </fieldset>
        </details>
      )}
    </form>
  );
}

const rules = [
  ...Diet.options.map((diet) => `.menu:has(#diet-${diet}:checked) .dish:not([data-diet~='${diet}'])`),
  ...Allergen.options.map((one) => `.menu:has(#without-${one}:checked) .dish[data-allergen~='${one}']`),
  '.menu:has(#open-now:checked) .stand[data-closed]',
  '.menu .stand[data-nothing]',
  '.menu .stands[data-nothing]',
].join(',');

/** The filters at work. */
export const MenuFilterStyle = () => <style>{`${rules}{display:none}`}</style>;
