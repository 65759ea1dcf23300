/** The house's mark: a sun between two hills. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className} fill="currentColor">
      <circle cx="16" cy="13" r="6" />
      <path
        d="M16 1.5v3.2M6.2 5.2l2.2 2.3M25.8 5.2l-2.2 2.3M2.8 14h3.4M25.8 14h3.4"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      <path d="M1 27c5-7.5 9.5-7.5 15-1 5.5-6.5 10-6.500 15 1v3H1z" />
    </svg>
  );
}
