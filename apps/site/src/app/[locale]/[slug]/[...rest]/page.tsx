import { notFound } from 'next/navigation';

/** Any address below a festival that is no page, so that it fails in the festival's own look. */
export default function NowhereHere() {
  notFound();
}
