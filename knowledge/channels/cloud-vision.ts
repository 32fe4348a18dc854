/**
 * Google Cloud Vision's web detection: pages that show the picture of a public address, or a part of it. Google fetches
 * the picture, so it is asked only about addresses that an adult has confirmed and agreed to show to it. Its guesses
 * about who is in a picture, and pictures that are only alike, are not read.
 */
import { z } from 'zod'
import { Refused, Unavailable } from '#core/errors.ts'
import { readAnswer } from '../answers.ts'
import { type AskAnswer, defineChannel } from './channel.ts'

const bounds = { answerBytes: 4 << 20, timeoutMs: 60_000, pages: 100 }
const day = 24 * 3_600_000

const Pictures = z
  .array(z.object({ url: z.string().nullish() }))
  .max(1000)
  .nullish()
const Annotated = z.object({
  responses: z
    .array(
      z.object({
        error: z.object({ code: z.number().nullish() }).nullish(),
        webDetection: z
          .object({
            fullMatchingImages: Pictures,
            partialMatchingImages: Pictures,
            pagesWithMatchingImages: Pictures,
          })
          .nullish(),
      }),
    )
    .max(16),
})

/** Of google.rpc.Code: what is wrong with our account, and what passes. Any other is about this one picture. */
const denied = new Set([7, 16])
const exhausted = 8
const passing = new Set([4, 13, 14])

export const cloudVision = defineChannel({
  id: 'cloud-vision',
  title: 'Google Cloud Vision',
  summary:
    'Asks Google about public addresses that an adult agreed to show to it: finds pages that show the picture or a part of it.',
  sources: [
    { url: 'https://cloud.google.com/vision/docs/detecting-web', checked: '2026-11-24' },
    { url: 'https://cloud.google.com/vision/quotas', checked: '2026-11-24' },
  ],
  address: {
    schemes: ['https:', 'http:'],
    example: 'https://vision.googleapis.com',
    default: 'https://vision.googleapis.com',
  },
  toldTo: 'everybody',
  options: z.strictObject({}),
  secrets: { key: { describes: 'an API key of a Google Cloud project with Cloud Vision switched on', required: true } },
  suggestions: [],
  live: false,
  everyMs: day,

  /** No call of it is without a picture, so nothing is asked: whether the key holds is seen at the first question. */
  async *poll() {
    yield {
      entries: [],
      cursor: 'asked only where a case agrees',
      warning: 'Ready. Whether its key holds is seen when a case that agreed asks for the first time.',
    }
  },

  asking: {
    hands: 'address',
    adultsOnly: true,
    everyMs: 7 * day,
    perDay: 200,
    consent: {
      en: 'Google, a company in the United States, receives the address and fetches the picture from there. It may keep the picture for a time. The website may see that Google comes. Google answers with pages that show the same picture, a part of it, or one that looks like it.',
      fr: 'Google, une entreprise aux États-Unis, reçoit l’adresse et va y chercher l’image. Elle peut garder l’image un temps. Le site peut voir que Google vient. Google répond avec des pages qui montrent la même image, une partie, ou une image qui lui ressemble.',
      nl: 'Google, een bedrijf in de Verenigde Staten, krijgt het adres en haalt de foto daar op. Het kan de foto een tijd bewaren. De website kan zien dat Google komt. Google antwoordt met pagina’s waarop dezelfde foto staat, een deel ervan, of een die erop lijkt.',
      de: 'Google, eine Firma in den Vereinigten Staaten, bekommt die Adresse und holt das Bild dort ab. Google kann das Bild eine Zeit lang behalten. Die Website kann sehen, dass Google kommt. Google antwortet mit Seiten, die dasselbe Bild zeigen, einen Teil davon oder ein ähnliches.',
    },

    async ask({ url, secrets }, subject, { net, now, signal }) {
      if (!('address' in subject)) return { answers: [], isWhole: false }
      const { host } = new URL(url)
      const asked = await net.ask(`${url.replace(/\/+$/, '')}/v1/images:annotate`, {
        method: 'POST',
        maxBytes: bounds.answerBytes,
        timeoutMs: bounds.timeoutMs,
        signal,
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'x-goog-api-key': secrets.key ?? '',
        },
        body: JSON.stringify({
          requests: [
            {
              image: { source: { imageUri: subject.address } },
              features: [{ type: 'WEB_DETECTION', maxResults: 50 }],
            },
          ],
        }),
      })
      const [response] = readAnswer(asked, Annotated, now()).responses
      const code = response?.error?.code ?? 0
      if (denied.has(code))
        throw new Refused(`${host} denies its key (${code}): add the channel again with one that holds`)
      if (code === exhausted)
        throw new Unavailable(`${host} has answered as much as it is paid for: it is asked again later`)
      if (passing.has(code)) throw new Unavailable(`${host} could not answer (${code}): it is asked again later`)
      const { pagesWithMatchingImages, fullMatchingImages, partialMatchingImages } = response?.webDetection ?? {}
      const found = [pagesWithMatchingImages, fullMatchingImages, partialMatchingImages].flatMap((list) => list ?? [])
      const urls = new Set(found.flatMap((each) => (each.url && each.url.length <= 2000 ? [each.url] : [])))
      const answers = [...urls]
        .slice(0, bounds.pages)
        .map(
          (location): AskAnswer => ({ id: location.slice(0, 512), kind: 'engine', distance: 0, locations: [location] }),
        )
      return { answers, isWhole: false }
    },
  },
})
