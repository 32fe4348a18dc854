import type { terms as En } from '../en/terms.ts'
import type { Same } from '../words.ts'

export const terms = {
  title: 'De eigen regels van het platform',
  gives:
    'De meeste platforms verbieden intieme beelden zonder toestemming en hebben er een formulier voor. Dat gaat vaak snel.',
  exposes: 'Het platform leest wat zijn formulier vraagt. Deze brief zelf noemt niemand.',
  because: 'Het eigen formulier van het platform is vaak het snelst, en gaat goed samen met de wet.',
  rule: 'Voor zover we weten, leggen die regels geen termijn op. Na drie dagen herinneren we je eraan; dat is onze herinnering.',
  questions: {},
  gaps: {},
  choices: {},
  steps: {
    reminder: {
      title: 'Ze eraan herinneren',
      what: 'Een korte tweede melding. Weigeren ze of zwijgen ze, dan is er nog de wet: ook die verzoeken liggen klaar.',
    },
  },
  letter: {
    subject: 'Melding volgens uw eigen regels: intieme beelden zonder toestemming (referentie {reference})',
    'subject.minor':
      'Dringende melding volgens uw eigen regels: seksuele uitbuiting van een kind (referentie {reference})',
    title: 'Melding volgens uw eigen regels',
    law: 'Uw regels over intieme beelden die zonder toestemming gedeeld worden',
    'law.minor': 'Uw regels tegen seksuele uitbuiting van kinderen',
    what: 'Het gaat om een intieme foto of video waarop ik te zien ben. Ik heb niet ingestemd met het delen ervan.',
    'what.agent':
      'Het gaat om een intieme foto of video van een persoon voor wie ik optreed. De persoon die te zien is, heeft niet ingestemd met het delen ervan.',
    'what.minor':
      'Het gaat om een intieme foto of video van een persoon die jonger was dan 18 jaar toen het beeld gemaakt werd. Het is materiaal van seksueel misbruik van kinderen.',
    'what.minor.agent':
      'Het gaat om een intieme foto of video van een persoon die jonger was dan 18 jaar toen het beeld gemaakt werd. Het is materiaal van seksueel misbruik van kinderen.',
    rule: 'De inhoud is in strijd met uw eigen regels over intieme beelden die zonder toestemming gedeeld worden.',
    'rule.minor': 'De inhoud is in strijd met uw eigen regels die kinderen beschermen tegen seksuele uitbuiting.',
    remove:
      'Ik verzoek u de inhoud te verwijderen en op te treden tegen het account dat ze gedeeld heeft, zoals uw regels bepalen.',
    copies: 'Ik verzoek u ook identieke kopieën te verwijderen en te beletten dat ze opnieuw geüpload worden.',
    silence: 'Ik verzoek u de persoon die de inhoud gedeeld heeft niet te zeggen van wie deze melding komt.',
    receipt: 'Ik verzoek u de ontvangst met een nummer te bevestigen en mij uw beslissing mee te delen.',
    'reminder.subject': 'Tweede melding volgens uw eigen regels (referentie {reference})',
    'reminder.title': 'Tweede melding volgens uw eigen regels',
    'reminder.law': 'Uw regels over intieme beelden die zonder toestemming gedeeld worden',
    'reminder.law.minor': 'Uw regels tegen seksuele uitbuiting van kinderen',
    'reminder.still': 'De inhoud is nog altijd te zien.',
    'reminder.ask':
      'Ik verzoek u de inhoud nu te verwijderen en mij uw beslissing over mijn eerste melding mee te delen.',
  },
} satisfies Same<typeof En>
