/** 14xxx: devices of the staff. */
export const devicesErrors = {
  'devices.enrolment_invalid': { number: 14001, status: 400 },
  'devices.revoked': { number: 14002, status: 403 },
  'devices.not_a_device': { number: 14003, status: 401 },
} as const;
