/** Who published a version, as it is recorded: `operator:local`, `principal:<id>`, `system`. */
export function publisherInWords(publishedBy: string): string {
  if (publishedBy === 'system') return 'Limen, as built in';
  const [kind = '', id = ''] = publishedBy.split(':');
  if (kind === 'operator') return id === 'local' ? 'the local operator' : `operator ${id}`;
  return kind === 'principal' ? `administrator ${id.slice(-6)}` : publishedBy;
}
