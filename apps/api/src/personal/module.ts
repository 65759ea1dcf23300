import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import type { DomainModule } from '../platform/domain-module.ts';
import { eraseDue } from './erase-due.ts';
import { mailConfirmDeletion, mailDeletionPlanned, mailDeletionRefused, mailExport } from './mails.ts';
import { askMyDeletion, cancelMyDeletion, confirmMyDeletion } from './my-deletion.ts';
import { askMyExport, downloadMyExport, getMyData, makeExport } from './my-export.ts';

/** What all domains together hold about a person: a copy for them, and the end of it. */
export const personalModule = (domains: readonly DomainModule[]): DomainModule => {
  const parts = domains.flatMap(({ personal = [] }) => personal);
  return {
    name: 'personal',
    controllers: [
      controller('personal', api.personal, {
        getMyData,
        askMyExport,
        downloadMyExport,
        askMyDeletion,
        confirmMyDeletion,
        cancelMyDeletion,
      }),
    ],
    jobs: {
      'personal.make_export': makeExport(parts),
      'personal.mail_export': mailExport,
      'personal.mail_confirm_deletion': mailConfirmDeletion,
      'personal.mail_deletion_planned': mailDeletionPlanned,
      'personal.mail_deletion_refused': mailDeletionRefused,
    },
    subscriptions: {
      'personal.export_asked': ['personal.make_export'],
      'personal.export_made': ['personal.mail_export'],
      'identity.deletion_asked': ['personal.mail_confirm_deletion'],
      'personal.deletion_planned': ['personal.mail_deletion_planned'],
      'personal.deletion_refused': ['personal.mail_deletion_refused'],
    },
    schedule: { 'personal.erase_due': { everySeconds: 3600, run: eraseDue(parts) } },
  };
};
