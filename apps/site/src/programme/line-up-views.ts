/** The ways to look at a line-up, the first when nobody says. */
export const lineUpViews = ['poster', 'grid', 'list'] as const;
export type LineUpView = (typeof lineUpViews)[number];
