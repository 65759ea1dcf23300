export const privacyEn = `## Who is responsible

{organiser}{address} decides why and how your data is used for **{festival}**. Write to {contact}.

## What is kept, and why

- **To sell you a ticket:** your name, your e-mail address, what you bought and how the payment ended. Your card's number never reaches us: the payment provider has it. (Contract: GDPR, article 6, 1, b.)
- **To let you in:** when and at which gate a ticket was scanned. (Contract.)
- **If you make an account:** your name, e-mail address, language and the devices that are signed in. (Contract.)
- **Because the law wants it:** orders and payments, as long as accounts must be kept. (Legal obligation: article 6, 1, c.)
- **To keep the service safe:** addresses of callers in technical logs, for a short time. (Legitimate interest: article 6, 1, f.)

Reading this site leaves nothing behind that tells who you are. Nothing on it watches you, for us or for anybody else. If you ask the map where you are, the answer stays on your device.

## Who sees it

The organiser's team as far as their work needs it, the platform that runs this site for them, and the payment provider. It is sold to nobody, and no advertiser gets any of it.

## How long

Orders for as long as the law on accounts asks. Scans until the festival is settled. An account until you close it.

## Your rights

You may see your data, have it corrected, erased or handed to you, restrict or object to its use. Write to {contact}. You may also complain to the data protection authority of your country.`;
