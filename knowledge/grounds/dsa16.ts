/** EU Digital Services Act, Article 16: anybody may tell a hosting service of illegal content, and must be answered. */
import { isMinor } from '#core/case/types.ts'
import { isEea } from '../countries.ts'
import { platformOf } from '../platforms/index.ts'
import type { Element, Ground } from './ground.ts'

export const dsa16: Ground = {
  id: 'dsa16',
  title: {
    en: 'European law: Digital Services Act, Article 16',
    fr: 'Droit européen : règlement sur les services numériques, article 16',
    nl: 'Europese wet: digitaledienstenverordening, artikel 16',
  },
  gives: {
    en: 'They must look at it without delay, confirm that they have it, and tell you their decision and its reasons.',
    fr: 'Ils doivent l’examiner sans retard, en confirmer la réception, puis communiquer leur décision et ses raisons.',
    nl: 'Ze moeten het verzoek snel bekijken, de ontvangst bevestigen en zeggen wat ze beslissen en waarom.',
  },
  exposes: {
    en: 'An adult gives a name and an email address to the site. For a picture made before 18, neither is needed. The site may tell that name to the one who posted it only where strictly necessary.',
    fr: 'Une personne adulte donne un nom et une adresse e-mail au site. Pour une image faite avant 18 ans, il ne faut ni l’un ni l’autre. Le site ne peut dire ce nom à la personne qui a publié l’image que si c’est strictement nécessaire.',
    nl: 'Een volwassene geeft een naam en een mailadres aan de site. Voor een foto van vóór 18 jaar is geen van beide nodig. De site mag die naam alleen doorgeven aan wie de foto plaatste als dat strikt noodzakelijk is.',
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
    const first = platformOf(location.platform).routes.find(({ grounds, at }) => !at && grounds.includes('dsa16'))
    return { order: isEea(country) ? 0 : 10, sure: first !== undefined && first.sure !== 'unconfirmed' }
  },

  deadlineMs: null,
  rule: {
    en: 'This law names no number of hours or days. It says: timely, diligent, and without undue delay.',
    fr: 'Cette loi ne fixe pas de nombre d’heures ou de jours. Elle dit : en temps opportun, avec diligence et sans retard injustifié.',
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
  en: 'Which name and email address should the letter give? The law asks for both. The site you write to will read them.',
  fr: 'Quel nom et quelle adresse e-mail faut-il indiquer dans la lettre ? La loi demande les deux. Le site qui reçoit la lettre les lira.',
  nl: 'Welke naam en welk mailadres moeten in de brief staan? De wet vraagt allebei. De site die je aanschrijft, leest ze.',
}
