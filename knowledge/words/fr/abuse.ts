import type { abuse as En } from '../en/abuse.ts'
import type { Same } from '../words.ts'

export const abuse = {
  title: 'Signalement au service « abuse »',
  gives:
    'Ils peuvent appliquer leurs propres conditions : avertir leur client, bloquer l’adresse ou transmettre le signalement.',
  exposes:
    'Ce signalement ne contient rien sur la personne montrée. Les services « abuse » le transmettent souvent à leur client, et ce client peut être la personne qui a publié l’image.',
  because: 'Il ne demande aucun nom et atteint ceux qui peuvent agir quand le site lui-même se tait.',
  rule: 'Aucune loi ne fixe ici de délai. Un rappel vient après trois jours ; c’est notre rappel.',
  questions: {
    'abuse.terms':
      'Leurs conditions contiennent-elles une règle contre cela ? Copiez ici son titre. Vous pouvez laisser ceci vide.',
    'abuse.terms.parent':
      'Leurs conditions contiennent-elles une règle contre cela ? Copiez ici son titre. Vous pouvez laisser ceci vide.',
    'abuse.terms.agent':
      'Leurs conditions contiennent-elles une règle contre cela ? Copiez ici son titre. Vous pouvez laisser ceci vide.',
    'abuse.terms.minor':
      'Leurs conditions contiennent-elles une règle contre cela ? Copie ici son titre. Tu peux laisser ceci vide.',
  },
  gaps: { 'abuse.terms': 'titre de leur règle' },
  choices: {},
  steps: {
    reminder: {
      title: 'Leur rappeler le signalement',
      what: 'Un court second signalement, avec le numéro du premier. Souvent, ces services ne répondent qu’alors.',
    },
  },
  letter: {
    subject: 'Signalement d’abus : images intimes sans consentement (référence {reference})',
    'subject.minor': 'Signalement d’abus urgent : abus sexuels commis sur des enfants (référence {reference})',
    title: 'Signalement d’abus',
    law: 'Sur la base de vos propres conditions d’utilisation',
    customer: 'Selon les registres publics, votre client est : {answer}',
    what: 'Le contenu indiqué ci-dessus est une image ou une vidéo intime. La personne montrée n’a pas consenti à sa diffusion.',
    'what.minor':
      'Le contenu indiqué ci-dessus est une image ou une vidéo intime d’une personne qui avait moins de 18 ans lorsqu’elle a été réalisée. C’est du matériel relatif à des abus sexuels commis sur des enfants.',
    why: 'Je vous demande d’examiner ce contenu au regard de vos conditions d’utilisation et de vos règles contre les contenus illicites.',
    'why.minor':
      'Je vous demande de traiter ce signalement sans attendre, selon vos règles contre les abus sexuels commis sur des enfants.',
    terms: 'Ce contenu enfreint la règle suivante de vos conditions : {answer}',
    remove: 'Je vous demande de retirer ce contenu ou de cesser de le servir, dans la mesure de vos moyens.',
    pass: 'Si seul un tiers peut le retirer, veuillez lui transmettre ce signalement et m’indiquer de qui il s’agit.',
    silence:
      'Veuillez ne pas chercher à savoir qui est la personne concernée, et ne pas révéler de qui vient ce signalement.',
    receipt: 'Veuillez accuser réception et me communiquer votre décision.',
    sender:
      'Ce signalement ne nomme personne. Veuillez répondre à l’adresse d’où il a été envoyé, en indiquant la référence {reference}.',
    'reminder.subject': 'Second signalement d’abus (référence {reference})',
    'reminder.title': 'Second signalement d’abus',
    'reminder.law': 'Sur la base de vos propres conditions d’utilisation',
    'reminder.still': 'Le contenu est toujours visible.',
    'reminder.ask':
      'Je vous demande de le retirer ou de cesser de le servir sans attendre, ou de m’indiquer qui peut le faire.',
  },
} satisfies Same<typeof En>
