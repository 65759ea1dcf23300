import type { DomainModule } from '../platform/domain-module.ts';
import { erasePictures, sweepFiles } from './erase-pictures.ts';
import { finishPictures } from './finish-pictures.ts';
import { mediaHttp } from './http.ts';
import { addPictures } from './serve-picture.ts';

export const mediaModule: DomainModule = {
  name: 'media',
  controllers: [mediaHttp],
  pages: addPictures,
  shown: ['media.picture_'],
  live: [{ on: 'media.', tell: 'media:updated', needs: 'media.read' }],
  schedule: {
    'media.finish_pictures': { everySeconds: 2, run: finishPictures },
    'media.erase_pictures': { everySeconds: 3600, run: erasePictures },
    'media.sweep_files': { everySeconds: 86_400, run: sweepFiles },
  },
};
