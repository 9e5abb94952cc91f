/** Whether JSON is meant as a JSON Resume: it has a part that only that has. */
export function isResume(json: unknown): json is Record<string, unknown> {
  if (typeof json !== 'object' || json === null) return false
  return (
    'basics' in json || ['work', 'skills', 'education'].some((part) => Array.isArray((json as Record<string, unknown>)[part]))
  )
}
