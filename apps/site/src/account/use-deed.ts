'use client';

import { useState } from 'react';
import type { Problem } from '../shop/say-problem.ts';
import { problemOf } from './account-problem.ts';

/** One thing that a form does: whether it is under way, was done, or why it was not. */
export function useDeed() {
  const [state, setState] = useState<{ busy: boolean; done: boolean; problem: Problem | null }>({
    busy: false,
    done: false,
    problem: null,
  });
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    setState({ busy: true, done: false, problem: null });
    try {
      await work();
      setState({ busy: false, done: true, problem: null });
      return true;
    } catch (error) {
      setState({ busy: false, done: false, problem: problemOf(error) });
      return false;
    }
  };
  return { ...state, run };
}

/** A form's fields by name, as text. */
export function textsOf(form: HTMLFormElement): (name: string) => string {
  const data = new FormData(form);
  return (name) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
}
