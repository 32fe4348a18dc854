/** Words that say that a picture may show somebody under age: then it is never fetched, whatever else its label says. */

/**
 * Whether a title, tag or label speaks of somebody under age. Errs on that side: a look that is not taken costs a match,
 * one that is taken may not be undone. Where a text says nothing, its label must say that it is for adults.
 */
export function mayShowMinor(text: string): boolean {
  const plain = text.slice(0, 10_000).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return words.test(plain) || ages.test(plain)
}

/** English, French, Dutch, German, Spanish and Russian, as titles write them; not preceded or followed by a letter. */
const words = new RegExp(
  `(?<!\\p{L})(?:${[
    'minors?|under-?\\s?age[d]?|child|children|childhood|kids?|(?:pre-?)?teens?|teenage(?:r|rs|d)?|school-?\\s?(?:girls?|boys?)',
    'jail-?bait|loli(?:con|s)?|shota(?:con)?|pthc|csam|csem|cp|pedo\\p{L}*|paedo\\p{L}*|young-?\\s?(?:girls?|boys?)',
    'mineure?s?|enfants?|enfance|adolescente?s?|collegiennes?|lyceennes?|fillettes?',
    'minderjarig\\p{L}*|kinderen|kindje|tieners?|tienermeisjes?|schoolmeisjes?',
    'minderjahrig\\p{L}*|kinder|teenager|schulmadchen',
    'menor(?:es)?|nin[oa]s?|colegialas?',
    'несовершеннолетн\\p{L}*|малолет\\p{L}*|дет(?:и|ей|ское|ская)|школьниц\\p{L}*|подрост\\p{L}*',
  ].join('|')})(?!\\p{L})`,
  'u',
)

/** "15 yo", "aged 16", "14 ans", "U18". */
const ages =
  /(?<![\d.,])(?:[1-9]|1[0-7])\s?-?(?:y\.?\s?\/?o\.?(?!\p{L})|years?[\s-]old|yrs?(?!\p{L})|ans(?!\p{L})|jaar(?!\p{L})|jahre|anos(?!\p{L})|лет(?!\p{L}))|(?<!\p{L})aged?\s(?:[1-9]|1[0-7])(?!\d)|(?<!\p{L})(?:under|below|u)-?\s?1[0-8](?!\d)/u
