'use client';

import { useErrorWords } from '../../../shell/error-words.tsx';

/** Shown in a festival's page's place when it could not be made: the music stopped, the poster still hangs. */
export default function FailureHere() {
  const words = useErrorWords();
  return (
    <main className="relative isolate flex min-h-svh flex-1 flex-col items-center overflow-hidden bg-(--poster-land,#000) bg-(image:--poster-artwork) bg-cover bg-bottom px-5 pt-24 pb-14 text-center text-white">
      <div className="absolute inset-x-0 top-0 -z-10 h-2/3 bg-linear-to-b from-(--poster-sky,#000)/90 via-(--poster-sky,#000)/40 to-transparent" />
      <div className="absolute inset-x-0 bottom-0 -z-10 h-96 bg-linear-to-t from-(--poster-land,#000) from-45% to-transparent" />
      <title>{words?.title}</title>
      <h1 className="poster text-[clamp(3rem,9vw,8rem)] text-(--poster-ink,#fff)">{words?.title}</h1>
      <span className="min-h-40 flex-1" />
      <p className="max-w-xl text-lg font-medium text-balance">{words?.text}</p>
      <button
        type="button"
        // The page comes from the server: only asking for it again can mend it.
        onClick={() => location.reload()}
        className="mt-6 min-h-14 rounded-button bg-white px-8 text-lg font-bold text-black hover:bg-white/85 focus-visible:outline-white"
      >
        {words?.retry}
      </button>
    </main>
  );
}
