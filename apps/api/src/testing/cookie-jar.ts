export interface CookieJar {
  cookies: Map<string, string>;
  fetch: typeof fetch;
}

/** A `fetch` that keeps cookies by name, and forgets those that the server ends. */
export function cookieJar(): CookieJar {
  const cookies = new Map<string, string>();
  return {
    cookies,
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers);
      if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      const response = await fetch(input, { ...init, headers });
      for (const line of response.headers.getSetCookie()) keep(cookies, line);
      return response;
    },
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const name = pair.slice(0, pair.indexOf('='));
  if (/;\s*Max-Age=0\b/i.test(line)) cookies.delete(name);
  else cookies.set(name, pair.slice(name.length + 1));
}
