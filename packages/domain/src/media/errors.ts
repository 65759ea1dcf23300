/** 13xxx: pictures. */
export const mediaErrors = {
  'media.not_a_picture': { number: 13001, status: 415 },
  'media.unreadable': { number: 13002, status: 400 },
  'media.too_many_pixels': { number: 13003, status: 400 },
  'media.no_space': { number: 13004, status: 409 },
  'media.in_use': { number: 13005, status: 409 },
  'media.picture_gone': { number: 13006, status: 409 },
} as const;
