import type { CrimeWords } from '../words.ts'

/** Das Strafrecht mit Namen. `names` steht in einem Satz nach „nach“, also im Dativ. */
export const crimes = {
  names: {
    BE: {
      adults: 'Artikel 136 des belgischen Strafgesetzbuches (Gesetz vom 29. Februar 2024)',
      minors: 'den Artikeln 170 bis 174 des belgischen Strafgesetzbuches (Gesetz vom 29. Februar 2024)',
    },
    NL: { adults: 'dem niederländischen Gesetz über Sexualdelikte vom 20. März 2024 (Stb. 2024, 59)' },
    FR: {
      adults: 'Artikel 226-2-1 des französischen Strafgesetzbuches',
      minors: 'Artikel 227-23 des französischen Strafgesetzbuches',
    },
    DE: { adults: '§ 201a des deutschen Strafgesetzbuches' },
    GB: {
      adults: 'Abschnitt 66B des Sexual Offences Act 2003 des Vereinigten Königreichs',
      minors: 'dem Protection of Children Act 1978 des Vereinigten Königreichs',
    },
    IE: { adults: 'Abschnitt 2 des irischen Harassment, Harmful Communications and Related Offences Act 2020' },
    ES: { adults: 'Artikel 197.7 des spanischen Strafgesetzbuches' },
    IT: { adults: 'Artikel 612-ter des italienischen Strafgesetzbuches' },
    PL: { adults: 'Artikel 191a des polnischen Strafgesetzbuches' },
    NZ: { adults: 'Abschnitt 22A des neuseeländischen Harmful Digital Communications Act 2015' },
  },
  offences: {
    'be-136': 'Nicht einvernehmliche Verbreitung sexueller Inhalte (Strafgesetzbuch, Artikel 136)',
    'be-137': 'Dasselbe in böswilliger Absicht oder aus Gewinnstreben (Strafgesetzbuch, Artikel 137)',
    'be-135': 'Voyeurismus (Strafgesetzbuch, Artikel 135)',
    'be-143-dissemination':
      'Nicht einvernehmliche Verbreitung sexueller Inhalte einer minderjährigen Person unter 16 Jahren (Strafgesetzbuch, Artikel 136 und 143)',
    'be-144-dissemination':
      'Nicht einvernehmliche Verbreitung sexueller Inhalte einer minderjährigen Person über 16 Jahren (Strafgesetzbuch, Artikel 136 und 144)',
    'be-143-voyeurism':
      'Voyeurismus gegenüber einer minderjährigen Person unter 16 Jahren (Strafgesetzbuch, Artikel 135 und 143)',
    'be-144-voyeurism':
      'Voyeurismus gegenüber einer minderjährigen Person über 16 Jahren (Strafgesetzbuch, Artikel 135 und 144)',
    'be-170-174': 'Bilder des sexuellen Missbrauchs von Minderjährigen (Strafgesetzbuch, Artikel 170 bis 174)',
    'be-old-417-9': 'Nicht einvernehmliche Verbreitung sexueller Inhalte (früheres Strafgesetzbuch, Artikel 417/9)',
    'be-old-417-10':
      'Dasselbe in böswilliger Absicht oder aus Gewinnstreben (früheres Strafgesetzbuch, Artikel 417/10)',
    'be-old-417-8': 'Voyeurismus (früheres Strafgesetzbuch, Artikel 417/8)',
  },
  level:
    'Stufe {level} des Strafgesetzbuches vom 29. Februar 2024: {least} bis {most} Jahre Gefängnis. Zur Information.',
  before: 'Für Taten vor dem 1. September 2026 gilt das frühere Strafgesetzbuch: {articles}. Das mildere Gesetz zählt.',
  unit: 'Spezialisierter Dienst: die Computer Crime Unit der föderalen Gerichtspolizei.',
} satisfies CrimeWords
