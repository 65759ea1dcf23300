/** What a payer sees of the double. No card is asked for: each button is one of Stripe's published test cards. */
import type { Intent, Page } from './stripe-book.ts';

const frame = (title: string, body: string): string => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:17px/1.5 system-ui;margin:0;background:#f2f4f8;color:#1a2238}main{max-width:26rem;margin:8vh auto;padding:2rem;background:#fff;border-radius:16px;box-shadow:0 8px 40px #1a223822}
h1{margin:0 0 .25rem;font-size:1.6rem}p{margin:.25rem 0 1.25rem;color:#56607a}button{display:block;width:100%;margin:.6rem 0;padding:.9rem;border:1px solid #c7cede;border-radius:10px;background:#fff;font:inherit;cursor:pointer}
button[value=succeeds],button[value=approve]{background:#4b3fd6;border-color:#4b3fd6;color:#fff}.note{color:#a5302b}</style><main>${body}</main></html>`;

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const button = (value: string, words: string) => `<button name="choice" value="${value}">${words}</button>`;

export function payPage(page: Page, intent: Intent): string {
  const { price_data: price } = page.made.line_items[0];
  const refused = intent.last_payment_error
    ? '<p class="note" role="alert">Your card was declined. Try another one.</p>'
    : '';
  return frame(
    'Stand-in for Stripe',
    `<h1>${(intent.amount / 100).toFixed(2)} ${intent.currency.toUpperCase()}</h1><p>${escaped(price.product_data.name)}</p>${refused}
<form method="post">${button('succeeds', 'Pay: 4242 … 4242')}${button('declined', 'Declined: 4000 … 0002')}${button('insufficient_funds', 'Too little money: 4000 … 9995')}${button('three_d_secure', '3-D Secure: 4000 … 3184')}${button('cancel', 'Go back')}</form>`,
  );
}

export const bankPage = (action: string): string =>
  frame(
    'Your bank',
    `<h1>Is it you?</h1><p>Your bank wants to know before it pays.</p><form method="post" action="${escaped(action)}">${button('approve', 'Yes, it is me')}${button('refuse', 'No, stop it')}</form>`,
  );

/** A stand-in for stripe.js: as much of it as a page with a Payment Element uses. */
export const scriptOfPage = (): string => `
const home = new URL(document.currentScript.src).origin;
window.Stripe = () => ({
  elements: ({ clientSecret }) => ({
    secret: clientSecret,
    submit: async () => ({}),
    create: () => ({
      on(event, then) { if (event === 'ready') setTimeout(then, 0); },
      mount(place) {
        const box = typeof place === 'string' ? document.querySelector(place) : place;
        const choose = document.createElement('select');
        choose.setAttribute('aria-label', 'Test card');
        for (const name of ['succeeds', 'declined', 'three_d_secure']) choose.add(new Option(name, name));
        choose.style.cssText = 'width:100%;padding:.9rem;font:inherit;color:inherit;background:transparent;border:1px solid;border-radius:10px';
        box.replaceChildren(choose);
      },
      destroy() {},
      unmount() {},
    }),
  }),
  async confirmPayment({ elements, confirmParams }) {
    const choice = document.querySelector('select[aria-label="Test card"]').value;
    const body = JSON.stringify({ secret: elements.secret, choice, back: confirmParams.return_url });
    const answer = await (await fetch(home + '/confirm/', { method: 'POST', body })).json();
    if (answer.go) { location.assign(answer.go); return new Promise(() => {}); }
    return answer;
  },
});`;
