import { useMatch, useMatches } from '@tanstack/react-router';
import { LiveState } from './live-state.tsx';
import { PresentPeople } from './present-people.tsx';
import { useLive, useShown } from './use-live.ts';

/** The corner of the top bar that listens: whether the screen is live, and who else looks at it. */
export function LiveCorner() {
  const festivalId = useMatch({ from: '/office/f/$slug', shouldThrow: false })?.loaderData?.festivalId ?? null;
  const crumb = useMatches().findLast((match) => match.staticData.crumb !== undefined)?.staticData.crumb;
  useLive(festivalId);
  const screen = useShown(festivalId === null ? undefined : crumb);
  return (
    <>
      <PresentPeople screen={screen} />
      <LiveState />
    </>
  );
}
