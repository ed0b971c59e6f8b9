/** The address of a page's form action that keeps what the page was asked for: filters and views stay after it. */
export function formAction(
  name: string,
  { searchParams }: { readonly searchParams: Iterable<[string, string]> },
): string {
  const kept = new URLSearchParams([...searchParams].filter(([key]) => !key.startsWith('/')));
  return kept.size > 0 ? `?/${name}&${kept}` : `?/${name}`;
}
