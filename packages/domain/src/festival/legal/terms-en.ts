export const termsEn = `These are the standard terms of this platform. They hold as long as the organiser has not written any of their own, and never take away a right that the law gives you.

## Who sells

Tickets to **{festival}** are sold by {organiser}{address}. The contract is between you and them. Questions: {contact}.

## How a contract is made

The shop shows every price with VAT and all fees. Tickets that you choose are kept for you for fifteen minutes. The contract is made when you pay; you get your tickets by e-mail at once. Your order can be opened again from that e-mail.

## What a ticket is

- A ticket lets one person in. The first scan counts; a copy does not open the gate a second time.
- Keep the code to yourself. Whoever holds it can come in with it.
- Tickets may be given on. Whoever resells them for more than they cost breaks these terms.

## If you change your mind

The law gives no right of withdrawal for leisure services on a fixed date (Directive 2011/83/EU, article 16, l). What the organiser gives back beyond that is said under *Refunds*.

## If something changes

If the festival is cancelled, the price of the ticket is paid back. If it is moved to other dates, you may keep your ticket or have its price back. Single artists may change without a right to a refund.

## On site

The rules on the page *Good to know* are part of the contract. Whoever puts others in danger may be sent away.

## Law

The law of the country in which the festival takes place holds, and the law that protects consumers where you live. You may turn to the court at your own home.`;
