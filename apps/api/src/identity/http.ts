import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import { acceptInvitation, viewInvitation } from './accept-invitation.ts';
import { changeRoles } from './change-roles.ts';
import { changePassword } from './change-password.ts';
import { askEmailChange, cancelEmailChange, confirmEmailChange, getEmailChange } from './email-change.ts';
import { forgotPassword } from './forgot-password.ts';
import { invite, listInvitations, resendInvitation, revokeInvitation } from './invitations.ts';
import { leaveTeam, removeMember } from './leave-team.ts';
import { listAudit } from './list-audit.ts';
import { listMembers } from './list-members.ts';
import { login } from './login.ts';
import { logout, logoutEverywhere } from './logout.ts';
import { me } from './me.ts';
import { beginProviderLink, beginProviderSignIn, listSignInProviders } from './providers/begin-provider.ts';
import { confirmProviderLink, mailProviderLink } from './providers/confirm-link.ts';
import { finishProviderSignIn } from './providers/finish-provider.ts';
import { listWaysIn, unlinkIdentity } from './providers/ways-in.ts';
import { refresh } from './refresh.ts';
import { register } from './register.ts';
import { resetPassword } from './reset-password.ts';
import { listSessions, revokeSession } from './sessions.ts';
import { setMemberPeriod } from './member-period.ts';
import { importVolunteers, previewVolunteers } from './import-volunteers.ts';
import { listVolunteers, removeVolunteer, restoreVolunteer, updateVolunteer } from './volunteers.ts';
import { updateMe } from './update-me.ts';
import { verifyEmail } from './verify-email.ts';

export const identityHttp = controller('identity', api.identity, {
  register,
  verifyEmail,
  login,
  refresh,
  logout,
  logoutEverywhere,
  me,
  updateMe,
  forgotPassword,
  resetPassword,
  listSessions,
  revokeSession,
  listMembers,
  listAudit,
  invite,
  listInvitations,
  resendInvitation,
  revokeInvitation,
  viewInvitation,
  acceptInvitation,
  changeRoles,
  removeMember,
  leaveTeam,
  setMemberPeriod,
  listVolunteers,
  updateVolunteer,
  removeVolunteer,
  restoreVolunteer,
  previewVolunteers,
  importVolunteers,
  listSignInProviders,
  beginProviderSignIn,
  beginProviderLink,
  finishProviderSignIn,
  confirmProviderLink,
  mailProviderLink,
  listWaysIn,
  unlinkIdentity,
  changePassword,
  getEmailChange,
  askEmailChange,
  confirmEmailChange,
  cancelEmailChange,
});
