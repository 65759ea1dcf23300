/** 16xxx: the festival's map. */
export const placesErrors = {
  'places.rows_refused': { number: 16001, status: 409 },
  'places.layer_gone': { number: 16002, status: 409 },
  'places.layer_in_use': { number: 16003, status: 409 },
  'places.file_unreadable': { number: 16004, status: 400 },
  'places.foreign_coordinates': { number: 16005, status: 400 },
  'places.import_refused': { number: 16006, status: 409 },
  'places.import_changed': { number: 16007, status: 409 },
} as const;
