import { ApiError } from '@festivals/contract';

/** How a call was refused; fails when it was not. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ status: number; name: string; details: Record<string, unknown> }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, name: error.name, details: error.details };
    throw error;
  }
  throw new Error('The call was expected to be refused, but it was answered.');
}
