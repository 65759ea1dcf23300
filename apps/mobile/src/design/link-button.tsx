import { Link, type Href } from 'expo-router';

/** A button that goes somewhere, so that it can be opened, copied and read as the link it is. */
export function LinkButton({
  href,
  label,
  testID,
  quiet = false,
}: {
  href: Href;
  label: string;
  testID?: string;
  quiet?: boolean;
}) {
  const look = quiet ? 'border-edge bg-surface text-ink' : 'border-accent bg-accent text-white';
  return (
    <Link
      href={href}
      testID={testID}
      className={`min-h-14 rounded-2xl border px-5 py-4 text-center text-lg font-semibold ${look}`}
    >
      {label}
    </Link>
  );
}
