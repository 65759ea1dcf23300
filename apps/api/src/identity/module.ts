import { sealEvents } from '../audit/seal.ts';
import type { DomainModule } from '../platform/domain-module.ts';
import { forgetAnswers } from '../platform/forget-answers.ts';
import { platform, step } from '../platform/transaction.ts';
import { findPeople } from './find-people.ts';
import { identityParts } from './personal-parts.ts';
import { identityHttp } from './http.ts';
import { mailEverySeconds, mailQueued } from './mail-queued.ts';
import { mailInvitation } from './mail-invitation.ts';
import {
  mailEmailChange,
  mailKnownAddress,
  mailLinkIdentity,
  mailPasswordChanged,
  mailPasswordReset,
  mailReset,
  mailVerification,
  mailWayInAdded,
  mailWayInRemoved,
} from './mails.ts';
import { sweep } from './session-store.ts';
import { forgetVolunteers } from './volunteers.ts';
import { identityLists } from './lists.ts';

/** People, their sessions and what they may do; the trail of what they did. */
export const identityModule: DomainModule = {
  name: 'identity',
  controllers: [identityHttp],
  lists: identityLists,
  history: [
    { on: 'identity.member', needs: 'team.manage' },
    { on: 'identity.volunteer_', needs: 'team.manage' },
  ],
  find: [findPeople],
  personal: identityParts,
  jobs: {
    'identity.mail_verification': mailVerification,
    'identity.mail_known_address': mailKnownAddress,
    'identity.mail_reset': mailReset,
    'identity.mail_password_changed': mailPasswordChanged,
    'identity.mail_password_reset': mailPasswordReset,
    'identity.mail_invitation': mailInvitation,
    'identity.mail_link': mailLinkIdentity,
    'identity.mail_email_change': mailEmailChange,
    'identity.mail_way_in_added': mailWayInAdded,
    'identity.mail_way_in_removed': mailWayInRemoved,
  },
  subscriptions: {
    'identity.registered': ['identity.mail_verification'],
    'identity.verification_asked': ['identity.mail_verification'],
    'identity.known_address_registered': ['identity.mail_known_address'],
    'identity.password_reset_asked': ['identity.mail_reset'],
    'identity.password_reset': ['identity.mail_password_reset'],
    'identity.password_changed': ['identity.mail_password_changed'],
    'identity.email_change_asked': ['identity.mail_email_change'],
    'identity.link_asked': ['identity.mail_link'],
    'identity.way_in_added': ['identity.mail_way_in_added'],
    'identity.way_in_removed': ['identity.mail_way_in_removed'],
    'identity.member_invited': ['identity.mail_invitation'],
    'identity.invitation_resent': ['identity.mail_invitation'],
  },
  schedule: {
    'identity.seal_events': { everySeconds: 2, run: sealEvents },
    'identity.sweep': { everySeconds: 3600, run: (ctx) => step(ctx, platform, sweep) },
    'identity.forget_volunteers': { everySeconds: 3600, run: forgetVolunteers },
    'identity.mail_queued': { everySeconds: mailEverySeconds, run: mailQueued },
    'identity.forget_answers': { everySeconds: 600, run: forgetAnswers },
  },
  live: [
    { on: 'identity.member_', tell: 'team:updated', needs: 'team.read' },
    { on: 'identity.invitation_', tell: 'team:updated', needs: 'team.read' },
  ],
};
