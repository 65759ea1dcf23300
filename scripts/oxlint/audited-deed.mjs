/** SQL functions of the hot path write their event themselves, in the same statement. */
const hotFunctions =
  /\b(hold_baskets|place_orders|begin_payments|suspend_payment|settle_payments|resume_payment|refund_payment|release_expired)\b/;

/** Whoever does a deed tells of it in the deed's own transaction: `record(tx, ctx, …)` is audit trail and outbox at once. */
export const auditedDeed = {
  meta: {
    type: 'problem',
    messages: {
      silent:
        'This deed tells nobody: call `record(tx, ctx, …)` in it, so that the audit trail and the jobs hear of it.',
    },
  },
  create(context) {
    const deeds = [];
    let tells = hotFunctions.test(context.sourceCode.text);
    return {
      CallExpression(node) {
        if (node.callee.type !== 'Identifier') return;
        if (node.callee.name === 'deed') deeds.push(node);
        if (node.callee.name === 'record') tells = true;
      },
      'Program:exit'() {
        if (!tells) for (const node of deeds) context.report({ node, messageId: 'silent' });
      },
    };
  },
};
