import { Me } from '@festivals/domain/identity/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { signIn, signOut } from '../api/person-client.ts';
import { useStore } from '../shell/store-provider.tsx';
import { forget, keep, recall } from '../store/kept.ts';
import type { LocalDatabase } from '../store/local-database.ts';

const PERSON = 'person';
/** What belongs to the person and leaves the device with them. */
const PERSONAL = [PERSON, 'tickets'];

const forgetPerson = async (tx: LocalDatabase) => {
  for (const name of PERSONAL) await forget(tx, name);
};

/** Who is signed in on this device, known without network; null for nobody, undefined while the store is being read. */
export function usePerson(): Me | null | undefined {
  const store = useStore();
  const person = useQuery({ queryKey: ['kept', PERSON], queryFn: () => recall(store, PERSON, Me) });
  return person.data === undefined ? undefined : (person.data?.value ?? null);
}

/** Signs a person in; what was kept of another one is dropped first. */
export function useSignIn() {
  const store = useStore();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ email, password }: { email: string; password: string }) => {
      const me = await signIn(email, password);
      await store.transaction(async (tx) => {
        await forgetPerson(tx);
        await keep(tx, PERSON, me, Date.now());
      });
    },
    onSuccess: () => queries.resetQueries(),
  });
}

/** Signs the person out and drops their tickets from this device. */
export function useSignOut() {
  const store = useStore();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await queries.cancelQueries();
      await signOut();
      await store.transaction(forgetPerson);
    },
    onSuccess: () => queries.resetQueries(),
  });
}
