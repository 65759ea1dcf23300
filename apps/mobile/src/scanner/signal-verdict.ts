import { notificationAsync, NotificationFeedbackType } from 'expo-haptics';
import type { Tone } from './verdict.ts';

const feedback: Record<Tone, NotificationFeedbackType> = {
  go: NotificationFeedbackType.Success,
  stop: NotificationFeedbackType.Error,
  wait: NotificationFeedbackType.Warning,
};

/** Lets the hand feel the verdict. */
export function signalVerdict(tone: Tone): void {
  void notificationAsync(feedback[tone]).catch(() => undefined);
}
