/** The stand-in for Stripe as a process of the house, so that the whole way of real money can be clicked through without a network. */
import { startStripeDouble } from './stripe-double.ts';

const port = Number(process.env['PAYMENTS_PORT'] ?? 12111);
const api = process.env['API_URL'] ?? 'http://127.0.0.1:3333';
const host = process.env['HOST'] ?? '127.0.0.1';
const double = await startStripeDouble({ port, host });
double.newsTo = `${api}/api/payments/webhooks/stripe`;
process.once('SIGTERM', () => process.exit(0));
