import type { ProviderName } from '@festivals/domain/payments/schemas';
import type { PaymentProvider } from './provider.ts';

/** Money that comes and goes by people's hands: nobody can be asked for it, and whoever gives it back does so at the bank or from the till. */
export const byHand = (
  name: Extract<ProviderName, 'bank_transfer' | 'on_site' | 'card_terminal' | 'none'>,
): PaymentProvider => ({
  name,
  find: async () => null,
  refund: async () => undefined,
});
