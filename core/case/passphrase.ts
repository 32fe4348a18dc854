/**
 * The file number and the secret words with which a case is opened again, from any device.
 *
 * The words are made of two syllables (consonant, vowel, consonant, vowel) rather than taken from a list: they read
 * the same in every language we speak, are typed without accents, and survive being dictated over a telephone.
 * 14 consonants × 5 vowels, twice: 4,900 words less the rude ones; six of them hold at least 73 bits.
 */
import type { Random } from '../ports.ts'

const consonants = 'bdfgklmnprstvz'
const vowels = 'aeiou'
const wordCount = 6

/** Words that somebody would rather not read aloud, in English, French, Dutch or their neighbours. */
const unfit = new Set(
  'bite bobo bozo caca dodo fuka gaga kaka kike koke kuka kuki kuli kuse lelo lolo lulu mama mina mona mofo naki nana nazi nene nude nudi papa pede pedo pene pepe pika pipi piro popo poro porn puke pupu puta pute puto rape rapi sapo seko sexe tata tete titi tits toto tutu vage vulu zizi zozo zulu'.split(
    ' ',
  ),
)

/** Every word that can be drawn; the same list in the same order on every machine. */
export const words: readonly string[] = [...consonants].flatMap((a) =>
  [...vowels].flatMap((b) =>
    [...consonants].flatMap((c) => [...vowels].map((d) => a + b + c + d).filter((word) => !unfit.has(word))),
  ),
)

/** Bits of chance in one passphrase. */
export const passphraseBits = wordCount * Math.log2(words.length)

/** Six words, drawn evenly, separated by spaces. */
export function generatePassphrase(random: Random): string {
  return Array.from({ length: wordCount }, () => words[below(words.length, random)]).join(' ')
}

/** What is compared: forgiving about case, spaces, hyphens and accents. At most 64 letters are kept. */
export function normalisePassphrase(text: string): string {
  return text
    .slice(0, 256)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 64)
}

/** Ten digits, `482-917-3056`. It is no secret and says nothing: drawn, not counted. */
export function generateCaseNumber(random: Random): string {
  const digits = Array.from({ length: 10 }, () => below(10, random)).join('')
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`
}

/** The ten digits alone, or an empty string for what is no file number. */
export function normaliseCaseNumber(text: string): string {
  const digits = text.slice(0, 64).replace(/[\s.\-–—/]/g, '')
  return /^\d{10}$/.test(digits) ? digits : ''
}

/** An even draw from 0 … n − 1 (n ≤ 65,536): values past the last whole multiple are thrown away, so none is likelier. */
function below(n: number, random: Random): number {
  const limit = 65536 - (65536 % n)
  for (;;) {
    const [high = 0, low = 0] = random(2)
    const value = high * 256 + low
    if (value < limit) return value % n
  }
}
