export const cookiesEn = `Nothing on this site follows you, so there is nothing to consent to and no banner in your way. Reading a page calls no third party; where the map lies on somebody’s ground or a payment provider’s form is used, the foot of the page says so. This is all that your browser keeps, and only when you use what needs it:

## Cookies

- **Language:** which language you chose. One year.
- **Session:** that you are signed in, if you are. It ends when you sign out, or after some weeks.

## Kept on your device

- **Theme:** light or dark, if you chose.
- **Currency:** the other one that you want to see prices in, if you chose.
- **Favourites:** artists and sets that you marked. With an account they are kept there as well.
- **Basket:** what you are buying and the secret that opens your order, so that a broken connection loses nothing.
- **Tickets:** those that you opened, so that they open at the gate without a network.
- **Account:** that somebody is signed in, and who, so that nothing of theirs is shown to the next. What you chose, bought and opened while you were signed in goes when you sign out.
- **Pages for later:** a copy of what you read, so that it opens without a network.

Your browser's settings remove all of it at any time. Without it you can still read every page.

Questions: {contact}.`;
