/** In this order: later ones call themselves by the names of earlier ones too. */
const browsers: readonly (readonly [sign: string, name: string])[] = [
  ['Edg/', 'Edge'],
  ['EdgA/', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['CriOS/', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
]
const systems: readonly (readonly [sign: string, name: string])[] = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Macintosh', 'Mac'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
]

/** 'Firefox, Linux': enough for somebody to know their browser again, and no more. Empty when it does not say. */
export function browserNameOf(request: Request): string {
  const said = request.headers.get('user-agent') ?? ''
  const find = (among: typeof browsers): string | undefined => among.find(([sign]) => said.includes(sign))?.[1]
  return [find(browsers), find(systems)].filter(Boolean).join(', ')
}
