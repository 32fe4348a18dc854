/** EU Digital Services Act, Article 16: anybody may tell a hosting service of illegal content, and must be answered. */
import { isMinor } from '#core/case/types.ts'
import { isEea } from '../countries.ts'
import { platformOf } from '../platforms/index.ts'
import type { Element, Ground } from './ground.ts'

export const dsa16: Ground = {
  id: 'dsa16',
  title: {
    en: 'European law: Digital Services Act, Article 16',
    fr: 'Droit européen : règlement sur les services numériques, article 16',
    nl: 'Europese wet: digitaledienstenverordening, artikel 16',
  },
  gives: {
    en: 'They must look at the request without delay, confirm that they have it, and tell you what they decide and why.',
    fr: 'Ils doivent examiner la demande sans retard, confirmer la réception, puis communiquer leur décision et ses raisons.',
    nl: 'Ze moeten het verzoek snel bekijken, de ontvangst bevestigen en zeggen wat ze beslissen en waarom.',
  },
  exposes: {
    en: 'An adult gives a name and an e-mail address to the place. For a picture from before 18, no name and no address are needed. The place may tell the one who posted it only where that is strictly necessary.',
    fr: 'Une personne adulte donne un nom et une adresse e-mail au site. Pour une image d’avant 18 ans, ni nom ni adresse ne sont exigés. Le site ne peut en informer l’auteur de la publication que si c’est strictement nécessaire.',
    nl: 'Een volwassene geeft een naam en een e-mailadres aan de site. Voor een beeld van vóór 18 jaar zijn naam en adres niet nodig. De site mag ze alleen als het strikt noodzakelijk is doorgeven aan wie het geplaatst heeft.',
  },

  elements(ageBand) {
    // Article 16(2)(c) spares name and e-mail where the notice is about child sexual abuse material.
    const identity: Element = isMinor(ageBand)
      ? { id: 'dsa16.identity', need: 'absent' }
      : { id: 'dsa16.identity', need: 'required', question: whoAreYou }
    return [
      { id: 'dsa16.explanation', need: 'required' },
      { id: 'dsa16.location', need: 'required' },
      identity,
      { id: 'dsa16.bonafide', need: 'required' },
      { id: 'dsa16.channel', need: 'helpful' },
      { id: 'dsa16.reply', need: 'helpful' },
      { id: 'dsa16.category', need: 'helpful' },
      { id: 'dsa16.rule', need: 'helpful' },
      { id: 'dsa16.nocopy', need: 'absent' },
    ]
  },

  // Every place we know hosts for people in the EU. Of a site we do not know, that is likely and not certain.
  offered({ location, country }) {
    const sure = platformOf(location.platform).routes.some(
      ({ grounds, sure }) => grounds.includes('dsa16') && sure !== 'unconfirmed',
    )
    return { order: isEea(country) ? 0 : 10, sure }
  },

  deadlineMs: null,
  rule: {
    en: 'This law names no number of hours or days. It says: timely, diligent, and without undue delay.',
    fr: 'Cette loi ne fixe pas de nombre d’heures ou de jours. Elle dit : en temps opportun, avec diligence et sans retard injustifié.',
    nl: 'Deze wet noemt geen aantal uren of dagen. Ze zegt: tijdig, zorgvuldig en zonder onnodige vertraging.',
  },
  sources: [
    {
      url: 'https://eur-lex.europa.eu/eli/reg/2022/2065/oj',
      title: 'Regulation (EU) 2022/2065, Articles 16 and 17',
      checked: '2026-11-24',
    },
  ],
}

const whoAreYou = {
  en: 'Which name and e-mail address should stand in the letter? The law asks for both. The place you write to will read them.',
  fr: 'Quel nom et quelle adresse e-mail faut-il indiquer dans la lettre ? La loi demande les deux. Le site qui reçoit la lettre les lira.',
  nl: 'Welke naam en welk e-mailadres moeten in de brief staan? De wet vraagt allebei. De site die je aanschrijft, leest ze.',
}
