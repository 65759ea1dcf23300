import type { Tone } from './verdict.ts';

/** Frequencies in hertz, one beep each: up for go, down for stop, level for wait. */
const beeps: Record<Tone, readonly number[]> = { go: [660, 990], stop: [330, 220, 220], wait: [440, 440] };
const buzzes: Record<Tone, number[]> = { go: [80], stop: [200, 80, 200], wait: [120, 60, 120] };
const BEEP_S = 0.13;

let audio: AudioContext | undefined;

/** Lets ear and hand know the verdict without a look at the screen. */
export function signalVerdict(tone: Tone): void {
  navigator.vibrate?.(buzzes[tone]);
  audio ??= new AudioContext();
  const { currentTime, destination } = audio;
  for (const [index, frequency] of beeps[tone].entries()) {
    const oscillator = audio.createOscillator();
    const volume = audio.createGain();
    oscillator.frequency.value = frequency;
    volume.gain.value = 0.25;
    oscillator.connect(volume).connect(destination);
    oscillator.start(currentTime + index * BEEP_S);
    oscillator.stop(currentTime + (index + 0.8) * BEEP_S);
  }
}
