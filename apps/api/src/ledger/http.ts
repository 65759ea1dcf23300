import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import { correctLedger } from './correct-ledger.ts';
import { listLedgerEntries } from './ledger-entries.ts';
import { getLedgerSums } from './ledger-sums.ts';

export const ledgerHttp = controller('ledger', api.ledger, {
  getLedgerSums,
  listLedgerEntries,
  correctLedger,
});
