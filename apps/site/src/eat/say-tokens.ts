import { inTokens, type TokenRate } from '@festivals/domain/festival/tokens';
import type { Language } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';

/** A price in the festival's tokens, and that it is one of about where it does not come out even. */
export async function tokenWords(language: Language) {
  const t = await getTranslations({ locale: language, namespace: 'site.tokens' });
  return {
    rate: (count: number, price: string) => t('rate', { count, price }),
    price: (amount: number, rate: TokenRate) => {
      const { hundredths, exact } = inTokens(amount, rate);
      return t(exact ? 'count' : 'about', { count: hundredths / 100 });
    },
  };
}
