import { copiedTables } from '../festival/copied-tables.ts';
import { moneyChecks } from '../ledger/money-check.ts';
import type { DomainModule } from '../platform/domain-module.ts';
import { applyWaitingNews } from './apply-news.ts';
import { copiedPayments } from './copied.ts';
import { bookAllFees } from './book-all-fees.ts';
import { paymentsHttp } from './http.ts';
import { lookForUntold } from './look-for-untold.ts';
import { paymentMoneyChecks } from './money-checks.ts';
import { reconcilePayments } from './reconcile-payments.ts';

copiedTables.push(...copiedPayments);
Object.assign(moneyChecks, paymentMoneyChecks);

/** Who brings the money: the sandbox, providers with their news, and people's hands. */
export const paymentsModule: DomainModule = {
  name: 'payments',
  controllers: [paymentsHttp],
  history: [
    { on: 'payments.settings_changed', needs: 'payments.read' },
    { on: 'payments.news', needs: 'payments.read' },
    { on: 'payments.presentment', needs: 'payments.read' },
    { on: 'payments.difference', needs: 'payments.read' },
  ],
  schedule: {
    'payments.apply_news': { everySeconds: 5, run: applyWaitingNews },
    'payments.book_fees': { everySeconds: 30, run: bookAllFees },
    'payments.look_for_untold': { everySeconds: 3600, run: lookForUntold },
    'payments.reconcile': { everySeconds: 3600, run: (ctx) => reconcilePayments(ctx) },
  },
};
