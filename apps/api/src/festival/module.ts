import type { DomainModule } from '../platform/domain-module.ts';
import { platform, step } from '../platform/transaction.ts';
import { forgetAnswers } from './address-store.ts';
import { festivalHttp } from './http.ts';
import { nextMoment } from './next-moment.ts';
import { addSiteHosts } from './site-hosts.ts';
import { festivalLists } from './lists.ts';
import { lookForDomains } from './look-for-domains.ts';
import { mailDomainLapsed, mailDomainLost } from './mail-domain.ts';

export const festivalModule: DomainModule = {
  name: 'festival',
  controllers: [festivalHttp],
  pages: addSiteHosts,
  lists: festivalLists,
  history: [{ on: 'festival.', needs: 'festival.edit' }],
  nextMoment,
  shown: ['festival.', 'festival.news_'],
  live: [
    { on: 'festival.', tell: 'festival:updated', needs: 'festival.read' },
    { on: 'festival.', tell: { topic: 'attention' }, needs: 'festival.read' },
  ],
  jobs: { 'festival.mail_domain_lost': mailDomainLost, 'festival.mail_domain_lapsed': mailDomainLapsed },
  subscriptions: {
    'festival.domain_lost': ['festival.mail_domain_lost'],
    'festival.domain_lapsed': ['festival.mail_domain_lapsed'],
  },
  schedule: {
    'festival.look_for_domains': { everySeconds: 3600, run: lookForDomains },
    'festival.forget_addresses': { everySeconds: 86_400, run: (ctx) => step(ctx, platform, forgetAnswers) },
  },
};
