/**
 * Names in the titles of folders: leaks are filed by first and last name.
 *
 * Both sides are brought to the same forms: words without accents in Latin letters, particles left out, in the order of
 * the alphabet, so that "Berg, Anna", `anna_van_den_berg` and "AnnaBerg2019" meet. A form never stands for fewer than two
 * words: a first name alone, or one with an initial, is half the world's.
 */

/** Longest title that is read, in characters, and most words of it. */
const longest = { title: 400, words: 40 }
/** Shortest form of a whole name without any blank: "annavandenberg" says enough, a short one is a word or a town. */
const shortestGlued = 10
const mostForms = 60

/**
 * The forms of one name that are compared. Empty: the name is one word, so it cannot be watched.
 *
 * Besides the whole name: its first word with its last, and with the one before that where there are four or more (two
 * surnames); compounds ("Jean-Pierre", "O'Brien", "McDonald", "van den Berg") in one piece and in their parts.
 */
export function nameForms(name: string): string[] {
  const forms = new Set<string>()
  for (const reading of readings(name.slice(0, longest.title))) {
    const units = unitsOf(reading)
    const first = units[0]
    if (!first || units.length < 2) continue
    const chosen = [units, ...lastOf(units).map((last) => [first, last])]
    for (const parts of chosen)
      for (const words of spelt(parts)) {
        add(forms, words)
        for (const order of [words, words.toReversed()]) addGlued(forms, order)
      }
  }
  return [...forms].slice(0, mostForms)
}

/** What a title holds that may be a name, as `nameForms` writes them. */
export function namesIn(title: string): string[] {
  const found = new Set<string>()
  for (const reading of readings(title.slice(0, longest.title))) {
    const words = plainWords(reading).slice(0, longest.words)
    for (let start = 0; start < words.length; start++) {
      addGlued(found, words.slice(start, start + 1))
      for (let length = 2; length <= 4 && start + length <= words.length; length++)
        add(found, words.slice(start, start + length))
    }
  }
  return [...found]
}

/** What stands before a surname, in Dutch, German, French, Spanish, Portuguese, Italian and Arabic. */
const particles = new Set(
  'van vanden vander vande von vom zu zum zur de den der des del della dello di da das do dos du d l la le les lo el al ibn bin ben bint abu ter ten te t af av y e i und und st'.split(
    ' ',
  ),
)

function add(forms: Set<string>, words: readonly string[]): void {
  if (words.length >= 2 && new Set(words).size >= 2) forms.add(words.toSorted().join(' '))
}

function addGlued(forms: Set<string>, words: readonly string[]): void {
  const glued = words.join('')
  if (glued.length >= shortestGlued) forms.add(glued)
}

/** One word of a name, or several that belong together, with particles before them. */
interface Unit {
  before: string[]
  parts: string[]
}

function unitsOf(name: string): Unit[] {
  const units: Unit[] = []
  let before: string[] = []
  for (const written of commaTurned(name).split(/[^\p{L}'’ʼ`´.-]+|\.(?!\p{L})/u)) {
    const parts = wordsOf(written)
    if (parts.length === 1 && particles.has(parts[0] ?? '')) before.push(...parts)
    else if (parts.some((part) => part.length > 1 && !particles.has(part))) {
      units.push({ before, parts })
      before = []
    }
  }
  return units
}

/** "Berg, Anna" is Anna Berg. */
function commaTurned(name: string): string {
  const [last = '', first = '', ...more] = name.split(',')
  return first.trim() !== '' && more.length === 0 ? `${first} ${last}` : name
}

/** The last word, and of two surnames the first. */
function lastOf(units: readonly Unit[]): Unit[] {
  const last = units.at(-1)
  const secondLast = units.length >= 4 ? units.at(-2) : undefined
  const halves = last && last.parts.length === 2 ? last.parts.filter((part) => part.length > 3) : []
  return [
    ...(last ? [last] : []),
    ...(secondLast ? [secondLast] : []),
    // A double surname is often filed under one of the two.
    ...halves.map((part): Unit => ({ before: [], parts: [part] })),
  ]
}

/** Each way to write these units as words: compounds in parts or in one, particles left out or grown together. */
function spelt(units: readonly Unit[]): string[][] {
  let ways: string[][] = [[]]
  for (const { before, parts } of units) {
    const kept = parts.filter((part) => part.length > 1 && !particles.has(part))
    const whole = parts.join('')
    const forms = [kept, [whole], ...(before.length > 0 ? [[`${before.join('')}${whole}`]] : [])]
    ways = ways.flatMap((way) => forms.map((form) => [...way, ...form])).slice(0, 32)
  }
  return ways
}

/** A title's words that can be part of a name: neither particles nor single letters. */
function plainWords(text: string): string[] {
  return wordsOf(text).filter((word) => word.length > 1 && !particles.has(word))
}

/** Words of letters alone, in lower case; "AnnaBerg" and "ANNABerg" are two. */
function wordsOf(text: string): string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && word.length <= 40)
}

/**
 * The text in Latin letters without accents, in each way that is usual: "Müller" is Muller and Mueller, "Юлия" Yuliya and
 * Iuliia (ICAO Doc 9303-3 §6).
 */
function readings(text: string): string[] {
  const composed = text
    .normalize('NFC')
    .replace(/ο[υύ]/g, 'ou')
    .replace(/Ο[υύΥΎ]/g, 'Ou')
  return [...new Set([usual, icao, other].map((table) => plain(withLetters(composed, table))))]
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '')
}

function withLetters(text: string, table: ReadonlyMap<string, string>): string {
  let written = ''
  for (const letter of text) {
    const lower = letter.toLowerCase()
    const latin = table.get(lower) ?? letters.get(lower)
    // The first letter keeps its height, so that "АннаБерг" is two words as well.
    written +=
      latin === undefined || letter === lower ? (latin ?? letter) : latin.charAt(0).toUpperCase() + latin.slice(1)
  }
  return written
}

const tableOf = (pairs: string) => new Map(pairs.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)] as const))

/** Letters that no accent makes, and Cyrillic and Greek where there is one usual way. */
const letters = tableOf(
  'ßss æae œoe đd ðd łl þth ıi ŋn аa бb вv гg ґg дd еe ёe жzh зz иi іi їi йy кk лl мm нn оo пp рr сs тt уu ўu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya єye ' +
    'αa άa βv γg δd εe έe ζz ηi ήi θth ιi ίi ϊi ΐi κk λl μm νn ξx οo όo πp ρr σs ςs τt υy ύy ϋy φf χch ψps ωo ώo',
)
const usual = tableOf('øo åa äa öo üu')
const icao = tableOf('øoe åaa äae öoe üue йi юiu яia єie')
const other = tableOf('йj юju яja єje хh щsch φph χh ηe ήe υi ύi βb')
