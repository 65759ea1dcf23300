/**
 * From a file at a festival's former address to the same at the one that it has now. Like a page's, it holds for good and is asked for
 * again all the same, since what was given up may become somebody else's.
 */
export const leadOn = (request: Request, path: string): Response =>
  new Response(null, {
    status: 308,
    headers: { location: path + new URL(request.url).search, 'cache-control': 'no-cache' },
  });
