/** Picks what PostgreSQL complained about out of its output, without the times and process numbers before it. */
export function findComplaint(output: string): string | undefined {
  const lines = output
    .split('\n')
    .filter((line) => /FATAL|PANIC|ERROR|error|could not/.test(line))
    .map((line) => line.replace(/^\d{4}-\d\d-\d\d [\d:.]+ \S+ \[\d+\] /, '').trim());
  return [...new Set(lines)].slice(0, 3).join('; ') || undefined;
}
