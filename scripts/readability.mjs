/**
 * How easily the texts read that speak to her: pages, questions, what a law gives and shows, steps, plans and guides. For
 * `npm run check`. Letters go to offices and are not among them.
 *
 * LIX (Björnsson 1968) is words a sentence plus the share of words of more than six letters, in per cent. It needs no
 * dictionary and no syllables, so that it is the same for every language; what counts as easy is not: German joins words.
 */
import { langs } from '../core/case/types.ts'
import { authorities } from '../knowledge/authorities.ts'
import { groundIds } from '../knowledge/grounds/ground.ts'
import { helplines } from '../knowledge/helplines.ts'
import { platforms } from '../knowledge/platforms/index.ts'
import { groundWords, wordsOf } from '../knowledge/words/index.ts'
import { messagesFor } from '../web/messages/index.ts'

/** The most that each language may have: LIX over all texts, words a sentence on average. */
const most = {
  en: { lix: 28, words: 10 },
  fr: { lix: 38, words: 10 },
  nl: { lix: 32, words: 10 },
  de: { lix: 36, words: 10 },
}
const longest = 25

let fails = false
for (const lang of langs) {
  const sentences = textsFor(lang).flatMap(sentencesOf)
  const words = sentences.flatMap(wordsIn)
  const long = words.filter((word) => Array.from(word).length > 6).length
  const average = words.length / sentences.length
  const lix = average + (100 * long) / words.length
  const limit = most[lang]
  const isEasy = lix <= limit.lix && average <= limit.words
  fails ||= !isEasy
  process.stdout.write(
    `${lang}: LIX ${lix.toFixed(1)} (at most ${limit.lix}), ${average.toFixed(1)} words a sentence (at most ${limit.words}), ${sentences.length} sentences${isEasy ? '' : ': too hard'}\n`,
  )
  for (const sentence of sentences.filter((each) => wordsIn(each).length > longest)) {
    fails = true
    process.stdout.write(`  more than ${longest} words: ${sentence}\n`)
  }
}
if (fails) {
  process.stdout.write('Shorten what is listed: one idea a sentence, everyday words.\n')
  process.exitCode = 1
}

/** @param {import('../core/case/types.ts').Lang} lang */
function textsFor(lang) {
  const { plan, guides, hotline } = wordsOf(lang)
  const grounds = groundIds.map((id) => {
    const { title: _, letter: __, gaps: ___, ...said } = groundWords(lang, id)
    return said
  })
  return [
    ...leaves(messagesFor(lang, 'adult')),
    ...leaves(messagesFor(lang, 'under-16')),
    ...leaves(grounds),
    ...leaves({ plan: plan.why, exposes: plan.exposes, guides, hotline }),
    ...authorities.map(({ note }) => note[lang]),
    ...helplines.map(({ what }) => what[lang]),
    ...platforms.flatMap(({ routes }) =>
      routes.flatMap(({ asks, exposes }) => [asks?.[lang] ?? '', exposes?.[lang] ?? '']),
    ),
  ]
}

/** Every text in a catalogue; those with a value in them are tried with 3. */
function leaves(of) {
  return Object.values(of).flatMap((value) => {
    if (typeof value === 'string') return [value]
    if (typeof value === 'function') return [String(value(3, 3, 3))]
    return typeof value === 'object' && value !== null ? leaves(value) : []
  })
}

/** A label is no sentence: what has no verb to find, and no stop, is left out. */
function sentencesOf(text) {
  return text
    .split(/(?<=[.?!:;…][»”“’)]?)\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[.?!:;…][»”“’)]?$/.test(sentence) && wordsIn(sentence).length > 0)
}

function wordsIn(sentence) {
  return sentence.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'@./-]*/gu)?.filter((word) => !/[@/]|\.\w/.test(word)) ?? []
}
