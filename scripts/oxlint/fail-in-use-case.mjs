/** Whether a function is a use case, or a step of one: its first argument is the context. */
const isUseCase = (node) => node.params[0]?.typeAnnotation?.typeAnnotation?.typeName?.name === 'Ctx';

/** What can go wrong for a caller is in the catalogue, has a code and a text in six languages. */
export const failInUseCase = {
  meta: {
    type: 'problem',
    messages: {
      thrown: "Use `fail('domain.error_name', details)`: a thrown Error reaches the caller as an internal error.",
    },
  },
  create(context) {
    const useCases = [];
    const enter = (node) => useCases.push(isUseCase(node) || useCases.at(-1) === true);
    const leave = () => useCases.pop();
    return {
      FunctionDeclaration: enter,
      'FunctionDeclaration:exit': leave,
      FunctionExpression: enter,
      'FunctionExpression:exit': leave,
      ArrowFunctionExpression: enter,
      'ArrowFunctionExpression:exit': leave,
      ThrowStatement(node) {
        const thrown = node.argument;
        if (useCases.at(-1) && thrown.type === 'NewExpression' && thrown.callee.name === 'Error')
          context.report({ node, messageId: 'thrown' });
      },
    };
  },
};
