/** A number as people write it: `3200`, `3200.50`, `3.200,50`, `€ 3.200,-`. Undefined when it is none. */
export function numberIn(written: string): number | undefined {
  const text = written.replace(/[\s€]|,-$/g, '')
  if (/^\d+(?:\.\d+)?$/.test(text) && !/^\d{1,3}\.\d{3}$/.test(text)) return Number(text)
  if (/^\d{1,3}(?:\.\d{3})*(?:,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : undefined
}
