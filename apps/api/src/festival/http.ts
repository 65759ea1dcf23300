import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import { createFestival } from './create-festival.ts';
import { getAddressService, searchAddresses } from './search-addresses.ts';
import { getDetails, saveDetails } from './details.ts';
import { claimDomain, confirmDomain, getDomain, removeDomain } from './domain.ts';
import { duplicateFestival, previewDuplicate } from './duplicate-festival.ts';
import { findMyFestival } from './find-my-festival.ts';
import { getFestival, getFestivalBySlug } from './get-festival.ts';
import { listFestivals } from './list-festivals.ts';
import { listMyFestivals } from './list-my-festivals.ts';
import { moveFestival } from './move-festival.ts';
import { createNews, deleteNews, listNews, listNewsDrafts, restoreNews, updateNews } from './news.ts';
import { giveUpAddress } from './give-up-address.ts';
import { getPreview } from './get-preview.ts';
import { getReadiness } from './readiness.ts';
import { showPictures } from './show-pictures.ts';
import { updateFestival } from './update-festival.ts';

export const festivalHttp = controller('festival', api.festival, {
  listFestivals,
  listMyFestivals,
  findMyFestival,
  createFestival,
  getFestivalBySlug,
  getFestival,
  updateFestival,
  getReadiness,
  moveFestival,
  getDetails,
  saveDetails,
  listNews,
  listNewsDrafts,
  createNews,
  updateNews,
  deleteNews,
  restoreNews,
  getDomain,
  claimDomain,
  confirmDomain,
  removeDomain,
  giveUpAddress,
  previewDuplicate,
  duplicateFestival,
  getPreview,
  getAddressService,
  searchAddresses,
  showPictures,
});
