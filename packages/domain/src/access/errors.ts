/** 9xxx: gates and zones. */
export const accessErrors = {
  'access.wrong_device': { number: 9002, status: 403 },
} as const;
