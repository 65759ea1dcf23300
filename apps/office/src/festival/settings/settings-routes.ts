import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { listSearch } from '../../list/list-search.ts';
import { festival, opened } from '../../shell/frame-routes.ts';

const layout = createRoute({
  getParentRoute: () => festival,
  path: '/settings',
  staticData: { crumb: 'settings' },
  component: lazyRouteComponent(() => import('./settings-layout.tsx'), 'SettingsLayout'),
});
/** A room of the settings: a part of them that is saved by itself. */
const inSettings = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => layout, path, component });
const identitySettings = inSettings(
  '/',
  lazyRouteComponent(() => import('./identity-section.tsx'), 'IdentitySection'),
);
const datesSettings = inSettings(
  '/dates',
  lazyRouteComponent(() => import('./dates-section.tsx'), 'DatesSection'),
);
const placeSettings = inSettings(
  '/place',
  lazyRouteComponent(() => import('./place-section.tsx'), 'PlaceSection'),
);
const languagesSettings = inSettings(
  '/languages',
  lazyRouteComponent(() => import('./languages-section.tsx'), 'LanguagesSection'),
);
const themeSettings = inSettings(
  '/theme',
  lazyRouteComponent(() => import('./theme-section.tsx'), 'ThemeSection'),
);
const picturesSettings = inSettings(
  '/pictures',
  lazyRouteComponent(() => import('./pictures-section.tsx'), 'PicturesSection'),
);
const vatSettings = inSettings(
  '/vat',
  lazyRouteComponent(() => import('./vat-section.tsx'), 'VatSection'),
);
const contactSettings = inSettings(
  '/contact',
  lazyRouteComponent(() => import('./contact-section.tsx'), 'ContactSection'),
);
const legalSettings = inSettings(
  '/legal',
  lazyRouteComponent(() => import('./legal-section.tsx'), 'LegalSection'),
);
const policiesSettings = inSettings(
  '/policies',
  lazyRouteComponent(() => import('./policies-section.tsx'), 'PoliciesSection'),
);
const travelSettings = inSettings(
  '/travel',
  lazyRouteComponent(() => import('./travel-section.tsx'), 'TravelSection'),
);
const guideSettings = inSettings(
  '/guide',
  lazyRouteComponent(() => import('./guide-section.tsx'), 'GuideSection'),
);
const faqSettings = inSettings(
  '/faq',
  lazyRouteComponent(() => import('./faq-section.tsx'), 'FaqSection'),
);
const reasonsSettings = inSettings(
  '/reasons',
  lazyRouteComponent(() => import('./reasons-section.tsx'), 'ReasonsSection'),
);
const tokensSettings = inSettings(
  '/tokens',
  lazyRouteComponent(() => import('./tokens-section.tsx'), 'TokensSection'),
);
const socialSettings = inSettings(
  '/social',
  lazyRouteComponent(() => import('./social-section.tsx'), 'SocialSection'),
);
const domainSettings = inSettings(
  '/domain',
  lazyRouteComponent(() => import('./domain-section.tsx'), 'DomainSection'),
);
const newsSettings = createRoute({
  getParentRoute: () => layout,
  path: '/news',
  validateSearch: z.object({ ...listSearch, edit: opened }),
  component: lazyRouteComponent(() => import('./news-section.tsx'), 'NewsSection'),
});
const paymentsSettings = inSettings(
  '/payments',
  lazyRouteComponent(() => import('../../payments/payments-screen.tsx'), 'PaymentsScreen'),
);
const lifeSettings = inSettings(
  '/life',
  lazyRouteComponent(() => import('./life-section.tsx'), 'LifeSection'),
);

/** What a festival is and how it looks, a part on each screen. */
export const settingsRoutes = [
  layout.addChildren([
    identitySettings,
    domainSettings,
    datesSettings,
    placeSettings,
    languagesSettings,
    themeSettings,
    picturesSettings,
    vatSettings,
    contactSettings,
    legalSettings,
    policiesSettings,
    travelSettings,
    guideSettings,
    faqSettings,
    reasonsSettings,
    tokensSettings,
    socialSettings,
    newsSettings,
    paymentsSettings,
    lifeSettings,
  ]),
] as const;
