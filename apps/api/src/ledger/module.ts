import type { DomainModule } from '../platform/domain-module.ts';
import { auditMoney } from './audit-money.ts';
import { ledgerHttp } from './http.ts';
import { ledgerLists } from './lists.ts';
import { rollUpLedger } from './roll-up-ledger.ts';

/** Double entry under everything that costs or earns: append-only, in whole cents, per festival. */
export const ledgerModule: DomainModule = {
  name: 'ledger',
  controllers: [ledgerHttp],
  lists: ledgerLists,
  history: [{ on: 'ledger.', needs: 'ledger.read' }],
  schedule: {
    'ledger.roll_up': { everySeconds: 2, run: rollUpLedger },
    'ledger.audit': { everySeconds: 86_400, run: auditMoney },
  },
  live: [{ on: 'ledger.', tell: { topic: 'attention' }, needs: 'ledger.read' }],
};
