import Constants from 'expo-constants';
import { z } from 'zod';

const Extra = z.object({ apiUrl: z.url() });

/** Where a phone reaches the API: `extra.apiUrl` of the app's configuration, which an organiser's build sets. */
export const baseUrl = (): string => Extra.parse(Constants.expoConfig?.extra).apiUrl;
