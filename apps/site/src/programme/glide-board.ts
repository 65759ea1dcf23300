/**
 * A board with many stages is as long as its day, so that the page scrolls and not a box in it. What is wider than the page goes
 * sideways, and the names of the stages, which stay below the site's header, go with it.
 */
export function glideBoard(until: AbortSignal): void {
  for (const heads of document.querySelectorAll<HTMLElement>('.board-heads')) {
    const board = heads.nextElementSibling;
    if (!(board instanceof HTMLElement)) continue;
    const follow = (leader: HTMLElement, other: HTMLElement) =>
      leader.addEventListener(
        'scroll',
        () => {
          if (other.scrollLeft !== leader.scrollLeft) other.scrollLeft = leader.scrollLeft;
        },
        { passive: true, signal: until },
      );
    follow(board, heads);
    follow(heads, board);
  }
}
