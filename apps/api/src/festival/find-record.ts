import { Resolver } from 'node:dns/promises';

/** Whether the DNS has a TXT record of this name and value. It asks name servers and nobody's web server: no address of ours can be reached by it. */
export async function findRecord(
  { DNS_SERVERS: servers }: { DNS_SERVERS: readonly string[] },
  { name, value }: { name: string; value: string },
): Promise<boolean> {
  const resolver = new Resolver({ timeout: 2500, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers);
  // A name that is not there, or a server that does not answer, proves nothing.
  const records = await resolver.resolveTxt(name).catch(() => []);
  return records.some((parts) => parts.join('') === value);
}
