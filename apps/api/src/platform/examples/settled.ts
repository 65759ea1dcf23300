/** An answer with everything that is another one each time (ids, moments, secrets, signatures) replaced by what stands for it, the same for the same. */
export function settled<T>(value: T): T {
  const ids = new Map<string, string>();
  const idFor = (id: string) => {
    const known = ids.get(id) ?? `01957a00-0000-7000-8000-${String(ids.size + 1).padStart(12, '0')}`;
    ids.set(id, known);
    return known;
  };
  const text = JSON.stringify(value)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, idFor)
    .replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|\+00:00)/g, '2027-01-15T10:00:00.000Z')
    .replaceAll(/FT1\.[A-Z2-7]+/g, 'FT1.AEAAC…')
    .replaceAll(/"(reference)":"[A-Z0-9]{8}"/g, '"$1":"K7M2Q9XA"')
    .replaceAll(/"(secret)":"[\w-]{43}"/g, '"$1":"q0Jc7Yk5r8m2Vt1xS6dN3bH9fLwZaEuPgKiOoTyXvBc"')
    .replaceAll(/"(next)":"[\w-]+"/g, '"$1":"WyIyMDI3LTAxLTE1VDEwOjAw…"')
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+\/pay\/cs_test_\w+/g, 'https://checkout.stripe.com/c/pay/cs_test_…')
    .replaceAll(/http:\/\/[\w.]+:\d+\/en\//g, 'https://festivals.example/en/')
    .replaceAll(/\b(evt|pi|ch|cs_test)_[0-9a-f]{24}(?:_secret_[0-9a-f]+)?/g, '$1_…')
    .replaceAll(/"created":\d+/g, '"created":1800000000')
    .replaceAll(/t=\d+,v1=[0-9a-f]{64}/g, 't=1800000000,v1=5f2b…')
    .replaceAll(/"(slug)":"[a-z0-9-]+"/g, '"$1":"solbrume"');
  // What came in comes out, with other texts in it.
  return JSON.parse(text) as T;
}
