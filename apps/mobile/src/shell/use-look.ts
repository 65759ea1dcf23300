import { useEffect, useState } from 'react';
import { Uniwind } from 'uniwind';
import { lookAt, looks, type Look } from './look.ts';
import { preferences } from './preferences';

const LOOK = 'look';
const CHECK_MS = 60_000;

const chosen = (): Look => looks.find((look) => look === preferences.read(LOOK)) ?? 'auto';
const wear = () => Uniwind.setTheme(lookAt(chosen(), new Date().getHours()));

/** Wears the chosen look and follows the hour. */
export function useLook(): void {
  useEffect(() => {
    wear();
    const timer = setInterval(wear, CHECK_MS);
    return () => clearInterval(timer);
  }, []);
}

/** The chosen look and the way to choose another. */
export function useChooseLook(): [Look, (look: Look) => void] {
  const [look, setLook] = useState(chosen);
  const choose = (next: Look) => {
    preferences.write(LOOK, next);
    setLook(next);
    wear();
  };
  return [look, choose];
}
