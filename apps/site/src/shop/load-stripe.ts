/** As much of the provider's script as we use (docs.stripe.com/js). It may only come from the provider, never from a bundle. */

interface StripeElement {
  on(event: 'ready', then: () => void): void;
  mount(place: HTMLElement): void;
}

export interface StripeElements {
  create(kind: 'payment'): StripeElement;
}

export interface StripeScript {
  elements(options: { clientSecret: string; locale: string }): StripeElements;
  confirmPayment(options: {
    elements: StripeElements;
    confirmParams: { return_url: string };
  }): Promise<{ error?: { message?: string } }>;
}

declare global {
  interface Window {
    Stripe?: (publishableKey: string) => StripeScript;
  }
}

/** Loads the script once. @throws when it cannot be had */
export async function loadStripe(address: string, publishableKey: string): Promise<StripeScript> {
  if (!window.Stripe) {
    await new Promise<void>((resolve, reject) => {
      const script = document.createElement('script');
      script.src = address;
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => reject(new Error('The form to pay with did not come')));
      document.head.append(script);
    });
  }
  if (!window.Stripe) throw new Error('The form to pay with is not what it should be');
  return window.Stripe(publishableKey);
}
