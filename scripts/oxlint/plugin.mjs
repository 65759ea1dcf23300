/** The project's own lint rules: what its use cases and stores promise each other. */
import { auditedDeed } from './audited-deed.mjs';
import { failInUseCase } from './fail-in-use-case.mjs';
import { txFirst } from './tx-first.mjs';

export default {
  meta: { name: 'festivals' },
  rules: { 'audited-deed': auditedDeed, 'fail-in-use-case': failInUseCase, 'tx-first': txFirst },
};
