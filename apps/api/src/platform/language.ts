import { Language } from '@festivals/domain/primitives';

/** The first of our languages that the caller asks for, by Accept-Language's weights (RFC 9110, 12.5.4); English otherwise. */
export function chooseLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find(Boolean);
      return { tag: tag.slice(0, 2).toLowerCase(), weight: weight ? Number(weight) : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const language = Language.safeParse(tag);
    if (language.success) return language.data;
  }
  return 'en';
}
