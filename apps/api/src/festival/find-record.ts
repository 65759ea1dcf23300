import { Resolver } from 'node:dns/promises';
import type { Sight } from '@festivals/domain/festival/domain-rules';

/** What a name server says of a name that it knows, and that has nothing of this kind. */
const nothingThere: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'ENODATA']);

/**
 * Whether the DNS has a TXT record of this name and value. It asks name servers and nobody's web server: no address of ours can be
 * reached by it.
 */
export async function findRecord(
  { DNS_SERVERS: servers }: { DNS_SERVERS: readonly string[] },
  { name, value }: { name: string; value: string },
): Promise<Sight> {
  const resolver = new Resolver({ timeout: 2500, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers);
  try {
    const records = await resolver.resolveTxt(name);
    return records.some((parts) => parts.join('') === value) ? 'found' : 'absent';
  } catch (error) {
    return error instanceof Error && 'code' in error && nothingThere.has(error.code) ? 'absent' : 'silent';
  }
}
