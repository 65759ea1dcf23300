'use client';

import { artworkAddress } from '../../festival/artwork-address.ts';
import { useErrorWords } from '../../shell/error-words.tsx';

/** Shown in a page's place when it could not be made: the music stopped, the view is still there. */
export default function Failure() {
  const words = useErrorWords();
  return (
    <main className="relative isolate flex flex-1 flex-col items-center overflow-hidden bg-black px-5 pt-24 pb-14 text-center text-white">
      <img
        src={artworkAddress({ palette: 'forest', seed: 11 })}
        alt=""
        className="absolute inset-0 -z-10 size-full object-cover object-bottom"
      />
      <div className="absolute inset-0 -z-10 bg-linear-to-b from-black/70 via-black/20 to-black/85" />
      <div className="absolute inset-x-0 bottom-0 -z-10 h-96 bg-linear-to-t from-black via-black/80 to-transparent" />
      <title>{words?.title}</title>
      <h1 className="poster text-[clamp(3rem,9vw,8rem)]">{words?.title}</h1>
      <span className="min-h-40 flex-1" />
      <p className="max-w-xl text-lg font-medium text-balance">{words?.text}</p>
      <button
        type="button"
        // The page comes from the server: only asking for it again can mend it.
        onClick={() => location.reload()}
        className="mt-6 h-14 rounded-full bg-white px-8 text-lg font-semibold text-black hover:bg-white/85 focus-visible:outline-white"
      >
        {words?.retry}
      </button>
    </main>
  );
}
