import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useStore } from '../shell/store-provider.tsx';
import { forget, recall } from '../store/kept.ts';
import { deviceKey } from './device-key';
import { enrolDevice } from './enrol-device.ts';
import { ENROLMENT, Enrolment } from './enrolment.ts';

const query = ['kept', ENROLMENT];

/** What this device is to a festival; null when it is not enrolled, undefined while the store is being read. */
export function useEnrolment(): Enrolment | null | undefined {
  const store = useStore();
  const enrolment = useQuery({ queryKey: query, queryFn: () => recall(store, ENROLMENT, Enrolment) });
  return enrolment.data === undefined ? undefined : (enrolment.data?.value ?? null);
}

export function useEnrol() {
  const store = useStore();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => enrolDevice(store, code),
    onSuccess: () => queries.invalidateQueries(),
  });
}

/** Takes the festival's key and certificate off this device. What it signed stays in its store. */
export function useLeave() {
  const store = useStore();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      store.transaction(async (tx) => {
        await deviceKey.forget(tx);
        await forget(tx, ENROLMENT);
        await tx.run('delete from ticket_state');
      }),
    onSuccess: () => queries.invalidateQueries(),
  });
}
