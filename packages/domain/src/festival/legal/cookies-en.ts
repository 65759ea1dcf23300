export const cookiesEn = `Nothing on this site follows you, so there is nothing to consent to and no banner in your way. Reading a page calls no third party; where the map lies on somebody’s ground or a payment provider’s form is used, the foot of the page says so. This is all that your browser keeps, and only when you use what needs it:

## Cookies

- **Language:** which language you chose. One year.
- **Session:** that you are signed in, if you are. It ends when you sign out, or after some weeks.

## Kept on your device, never sent along

- **Theme:** light or dark, if you chose.
- **Favourites:** artists and sets that you marked.
- **Basket:** what you are buying and the secret that opens your order, so that a broken connection loses nothing.
- **Pages for later:** a copy of what you read, so that it opens without a network.

Your browser's settings remove all of it at any time. Without it you can still read every page.

Questions: {contact}.`;
