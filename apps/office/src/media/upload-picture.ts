import { ApiError, Failure, fillPath, queryString, Unreachable } from '@festivals/contract';
import { uploadPicture as route, type LibraryPicture } from '@festivals/domain/media/contract';
import { declaredTypes } from '@festivals/domain/media/rules';
import type { FestivalId } from '@festivals/domain/primitives';
import { renew } from '../api.ts';
import { currentLanguage } from '../i18n/language.ts';

interface Sending {
  festivalId: FestivalId;
  file: File;
  /** Told how much has been sent, from 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Sends a picture and tells how far it is, which `fetch` cannot. Everything else is as the typed client does it. */
export async function uploadPicture(sending: Sending): Promise<LibraryPicture> {
  let answer = await attempt(sending);
  if (answer.status === 401 && (await renew())) answer = await attempt(sending);
  const body: unknown = parsed(answer.text);
  if (answer.status === 201) return (body as { data: LibraryPicture }).data;
  const failure = Failure.safeParse(body);
  const unknown = { code: `HTTP_${answer.status}`, name: 'UNKNOWN', message: '', details: {} };
  throw new ApiError(answer.status, failure.success ? failure.data.error : unknown, answer.requestId);
}

interface Answer {
  status: number;
  text: string;
  requestId: string | null;
}

const attempt = ({ festivalId, file, onProgress, signal }: Sending) =>
  new Promise<Answer>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const name = file.name.trim().slice(0, 200) || 'picture';
    request.open('POST', `/api${fillPath(route.path, { festivalId })}${queryString({ name })}`);
    request.setRequestHeader('x-face', 'office');
    request.setRequestHeader('accept-language', currentLanguage());
    // Of what we do not know the name the server says what it is, by its bytes.
    const isDeclared = declaredTypes.some((type) => type === file.type);
    request.setRequestHeader('content-type', isDeclared ? file.type : 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () =>
      resolve({
        status: request.status,
        text: request.responseText,
        requestId: request.getResponseHeader('x-request-id'),
      }),
    );
    request.addEventListener('error', () => reject(new Unreachable(request)));
    request.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
