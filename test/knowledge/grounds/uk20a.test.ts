import { describe, expect, it } from 'vitest'
import { langs } from '#core/case/types.ts'
import { uk20a } from '#knowledge/grounds/uk20a.ts'
import { groundWords } from '#knowledge/words/index.ts'
import { groundContract, letterOf, situation } from './contract.ts'

groundContract(
  'uk20a',
  {
    'uk20a.present': {
      en: /I declare that .* is present on your service and is intimate image content/,
      fr: /Je déclare que .* est présent sur votre service .*intimate image content/,
      nl: /Ik verklaar dat .* op uw dienst aanwezig is .*intimate image content/,
      de: /Ich erkläre, dass .* in Ihrem Dienst vorhanden ist .*intimate image content/,
    },
    'uk20a.standing': {
      en: /I am the person shown|I act for the person shown/,
      fr: /Je suis la personne montrée|J’agis pour la personne montrée/,
      nl: /Ik ben de persoon die te zien is|Ik treed op voor de persoon/,
      de: /Ich bin die gezeigte Person|Ich handle für die gezeigte Person/,
    },
    'uk20a.goodfaith': {
      en: /good faith and is true to the best of my knowledge/,
      fr: /de bonne foi et il est exact à ma connaissance/,
      nl: /te goeder trouw gedaan en is naar mijn beste weten juist/,
      de: /in gutem Glauben und ist nach meinem besten Wissen wahr/,
    },
    'uk20a.identify': /folder:aBcD1234/,
    'uk20a.contact': /acting@example\.org/,
  },
  ['reminder', 'ofcom'],
)

describe('the British 48-hour duty', () => {
  it('is shown as unconfirmed, in each language, and is offered to somebody there alone', () => {
    const unconfirmed = { en: /not confirmed/, fr: /pas confirmé/, nl: /niet bevestigd/, de: /nicht bestätigt/ }

    for (const lang of langs) expect(groundWords(lang, 'uk20a').rule).toMatch(unconfirmed[lang])
    expect(uk20a.offered(situation({ country: 'GB' }))?.sure).toBe(false)
    expect(uk20a.offered(situation({ country: 'GB', kind: 'search-engine' }))).not.toBeNull()
    expect(uk20a.offered(situation({ country: 'GB', kind: 'host' }))).toBeNull()
    expect(uk20a.offered(situation({ country: 'BE' }))).toBeNull()
  })

  it('asks for what is substantially the same as well', () => {
    expect(letterOf('uk20a').text).toContain('the same or substantially the same')
  })
})
