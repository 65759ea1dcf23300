/** 9xxx: gates and zones. */
export const accessErrors = {
  'access.wrong_device': { number: 9002, status: 403 },
  'access.no_entrance': { number: 9003, status: 409 },
  'access.gate_named_alike': { number: 9004, status: 409 },
  'access.gates_unreadable': { number: 9005, status: 400 },
  'access.gates_refused': { number: 9006, status: 409 },
  'access.gates_changed': { number: 9007, status: 409 },
} as const;
