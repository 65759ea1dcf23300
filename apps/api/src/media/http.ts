import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import { deletePicture, restorePicture, updatePicture } from './edit-picture.ts';
import { getPicture, getSpace, listPictures } from './library.ts';
import { uploadPicture } from './upload-picture.ts';

export const mediaHttp = controller('media', api.media, {
  uploadPicture,
  listPictures,
  getSpace,
  getPicture,
  updatePicture,
  deletePicture,
  restorePicture,
});
