const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/**
 * The text of simple markup, as Word files are turned into and Europass holds in its descriptions: paragraphs, items and rows each on a line,
 * cells apart by a tab. Nothing of it is ever shown or run: it only is read.
 */
export function textOfMarkup(markup: string): string {
  return markup
    .replace(/\s+/g, ' ')
    .replace(/<\/p>\s*(?=<\/t[dh]>)/gi, '')
    .replace(/<\/t[dh]>\s*(?=<t[dh])/gi, '\t')
    .replace(/<br\b[^>]{0,200}>|<\/(?:p|li|tr|h[1-6]|div)>/gi, '\n')
    .replace(/<[a-z/!][^>]{0,5000}>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return named[String(name).toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
    })
    .replace(/[^\S\n\t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}
