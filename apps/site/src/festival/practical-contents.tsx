/** What a page holds, to jump to. */
export function PracticalContents({
  label,
  entries,
}: {
  label: string;
  entries: readonly { id: string; name: string }[];
}) {
  return (
    <nav aria-label={label} className="unprinted mb-12">
      <ul className="flex flex-wrap gap-2">
        {entries.map(({ id, name }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="inline-flex min-h-11 items-center rounded-button border border-edge px-4 font-semibold text-ink hover:bg-hover"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
