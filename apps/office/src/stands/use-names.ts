import { useMessages } from 'use-intl';
import type { Names } from './menu-sheet.ts';

/** What categories, diets and allergens are called in the reader's language. */
export function useNames(): Omit<Names, 'sectionId' | 'vat'> {
  const { stands, menu } = useMessages().office;
  return { category: { ...stands.category, OTHER: menu.other }, diets: stands.diet, allergens: menu.allergen };
}
