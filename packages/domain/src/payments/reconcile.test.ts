import { expect, it } from 'vitest';
import { reconcile, type OurCharge, type TheirCharge } from './reconcile.ts';

const our: OurCharge = {
  paymentId: 'p1',
  reference: 'cs_1',
  status: 'COMPLETED',
  amount: 4500,
  currency: 'EUR',
  refunded: 0,
};
const their: TheirCharge = {
  references: ['pi_1'],
  paymentId: 'p1',
  status: 'succeeded',
  amount: 4500,
  currency: 'EUR',
  refunded: 0,
};

it.each<[string, OurCharge[], TheirCharge[], string[]]>([
  ['both agree', [our], [their], []],
  ['known by the reference alone', [our], [{ ...their, references: ['cs_1'], paymentId: null }], []],
  ['money that is unknown here', [], [their], ['UNKNOWN_HERE']],
  ['a page that nobody paid on', [], [{ ...their, status: 'open' }], []],
  ['paid here, unknown there', [our], [], ['UNKNOWN_THERE']],
  ['given up here, unknown there', [{ ...our, status: 'FAILED' }], [], []],
  ['another amount', [our], [{ ...their, amount: 4501 }], ['AMOUNT']],
  ['another currency', [our], [{ ...their, currency: 'USD' }], ['AMOUNT']],
  ['paid there, not here', [{ ...our, status: 'FAILED' }], [their], ['STATE']],
  ['paid here, not there', [our], [{ ...their, status: 'closed' }], ['STATE']],
  ['given back there alone', [our], [{ ...their, refunded: 4500 }], ['REFUND']],
  ['given back by both', [{ ...our, status: 'REFUNDED', refunded: 4500 }], [{ ...their, refunded: 4500 }], []],
])('%s', (_, ours, theirs, kinds) => {
  expect(reconcile(ours, theirs).map(({ kind }) => kind)).toEqual(kinds);
});
