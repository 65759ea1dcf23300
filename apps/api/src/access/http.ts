import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import { createGate, deleteGate, listGates, restoreGate, updateGate } from './edit-gates.ts';
import { exportGates, importGates, previewGates } from './import-gates.ts';
import { getAccessFigures } from './get-access-figures.ts';
import { listAdmissions } from './list-admissions.ts';
import { pullTickets } from './pull-tickets.ts';
import { uploadScans } from './upload-scans.ts';

export const accessHttp = controller('access', api.access, {
  uploadScans,
  pullTickets,
  listAdmissions,
  getAccessFigures,
  listGates,
  createGate,
  updateGate,
  deleteGate,
  restoreGate,
  exportGates,
  previewGates,
  importGates,
});
