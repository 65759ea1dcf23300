const writers = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto']);
const writingSql = /^\s*(insert into|update|delete from|merge into)\b/i;

const startsWithTx = (node) => node.params[0]?.typeAnnotation?.typeAnnotation?.typeName?.name === 'Tx';

/** A store function that writes takes the transaction first: forgetting it does not compile at the place of the call. */
export const txFirst = {
  meta: {
    type: 'problem',
    messages: {
      loose: 'This function writes: let its first argument be `tx: Tx`, so that no caller can forget the transaction.',
    },
  },
  create(context) {
    const functions = [];
    const enter = (node) => functions.push(node);
    const leave = () => functions.pop();
    const writes = (node) => {
      const inTransaction = functions.length === 0 || functions.some(startsWithTx);
      if (!inTransaction) context.report({ node, messageId: 'loose' });
    };
    return {
      FunctionDeclaration: enter,
      'FunctionDeclaration:exit': leave,
      FunctionExpression: enter,
      'FunctionExpression:exit': leave,
      ArrowFunctionExpression: enter,
      'ArrowFunctionExpression:exit': leave,
      MemberExpression(node) {
        if (writers.has(node.property.name) && node.parent.type === 'CallExpression') writes(node.property);
      },
      TaggedTemplateExpression(node) {
        if (node.tag.name === 'sql' && writingSql.test(node.quasi.quasis[0].value.raw)) writes(node);
      },
    };
  },
};
