/**
 * What somebody reads before they join a cohort, by version. A changed text is a new version; who agreed to an older one agreed to that. The
 * texts say what is shown and to whom, in plain words.
 */
export const joinText = {
  version: '2026-11-30',
  nl: [
    'Werkgevers van deze startgroep zien een nummer in plaats van je naam.',
    'Zij zien ook: wat je kunt van wat deze opleiding vraagt of leert, je gemeente, en je uren per week.',
    'De opleider ziet dat ook, en je naam. Wat jij het liefst wilt, zien alleen jij en de opleider.',
    'Stop je? Dan is alles van deze startgroep over jou meteen weg.',
  ],
  en: [
    'Employers of this cohort see a number instead of your name.',
    'They also see: what you can do of what this programme asks or teaches, your municipality, and your hours a week.',
    'The educator sees that too, and your name. What you would rather have is seen by you and the educator only.',
    'If you leave, everything about you in this cohort is gone at once.',
  ],
} as const
