import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import { announceArtists } from './announce-artists.ts';
import { feeHistory, listFees, setFee } from './artist-fees.ts';
import { createArtist, deleteArtist, updateArtist } from './edit-artists.ts';
import { createSlot, deleteSlot, moveSlots, updateSlot } from './edit-slots.ts';
import { createStage, deleteStage, orderStages, updateStage } from './edit-stages.ts';
import { createCrewFeed, listCrewFeeds, readCrewFeed, revokeCrewFeed } from './export/crew-feeds.ts';
import {
  exportProgrammeCsv,
  exportProgrammeIcs,
  exportProgrammeJson,
  exportProgrammeXlsx,
  exportProgrammeXml,
} from './export/export-programme.ts';
import { printArtist, printDay, printStage } from './export/print-running-orders.ts';
import { feedProgrammeIcs, feedProgrammeJson, feedProgrammeXml } from './export/feed-programme.ts';
import { getArtist } from './get-artist.ts';
import { applyProgrammeImport } from './import/apply-import.ts';
import {
  getProgrammeImport,
  listProgrammeImportRows,
  listProgrammeImports,
  mapProgrammeImport,
  uploadProgrammeImport,
} from './import/imports.ts';
import { undoProgrammeImport } from './import/undo-import.ts';
import { getProgrammeDraft } from './get-programme-draft.ts';
import { restoreArtist, restoreSlot, restoreStage } from './restore.ts';
import { showArtistPicture } from './show-artist-picture.ts';
import { getLineUp, getPublicArtist } from './get-line-up.ts';
import { getProgramme } from './get-programme.ts';

import { getFavourites, joinFavourites } from './visit/favourites.ts';
import { feedChosenIcs } from './visit/feed-chosen.ts';

export const programmeHttp = controller('programme', api.programme, {
  getProgramme,
  getLineUp,
  getPublicArtist,
  restoreArtist,
  restoreStage,
  restoreSlot,
  printStage,
  printArtist,
  printDay,
  getProgrammeDraft,
  createStage,
  orderStages,
  updateStage,
  deleteStage,
  getArtist,
  createArtist,
  updateArtist,
  deleteArtist,
  announceArtists,
  listFees,
  feeHistory,
  setFee,
  showArtistPicture,
  createSlot,
  updateSlot,
  deleteSlot,
  moveSlots,
  exportProgrammeCsv,
  exportProgrammeXlsx,
  exportProgrammeXml,
  exportProgrammeJson,
  exportProgrammeIcs,
  feedProgrammeIcs,
  feedProgrammeXml,
  feedProgrammeJson,
  listCrewFeeds,
  createCrewFeed,
  revokeCrewFeed,
  readCrewFeed,
  uploadProgrammeImport,
  listProgrammeImports,
  getProgrammeImport,
  listProgrammeImportRows,
  mapProgrammeImport,
  applyProgrammeImport,
  undoProgrammeImport,
  getFavourites,
  joinFavourites,
  feedChosenIcs,
});
