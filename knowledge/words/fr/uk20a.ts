import type { uk20a as En } from '../en/uk20a.ts'
import type { Same } from '../words.ts'

export const uk20a = {
  title: 'Droit britannique : Online Safety Act, articles 10(3A) et 20A',
  gives:
    'Ils doivent retirer l’image dans les 48 heures après le signalement, avec ce qui est identique ou presque identique.',
  exposes: 'Le site apprend comment joindre la personne qui signale. Cette lettre ne nomme personne.',
  because:
    'Cette loi fixe un délai court et vise aussi les copies ; mais il n’est pas confirmé qu’elle s’applique déjà.',
  rule: 'Cette loi donne 48 heures après le signalement. Le début de cette obligation n’est pas confirmé : elle ne s’applique peut-être pas encore.',
  questions: {
    'uk20a.contact': 'Comment peuvent-ils vous joindre ? Une adresse e-mail suffit.',
    'uk20a.contact.minor':
      'Comment peuvent-ils te joindre, ou joindre une personne adulte de confiance ? Une adresse e-mail suffit. Pas besoin que ton nom y figure.',
    'uk20a.contact.parent': 'Comment peuvent-ils vous joindre ? Une adresse e-mail suffit.',
    'uk20a.contact.agent': 'Comment peuvent-ils joindre la personne qui signale ? Une adresse e-mail suffit.',
  },
  gaps: {
    'uk20a.contact': 'votre adresse e-mail ou numéro de téléphone',
    'uk20a.contact.minor': 'une adresse e-mail, la tienne ou celle d’une personne adulte de confiance',
    'uk20a.contact.parent': 'votre adresse e-mail ou numéro de téléphone',
    'uk20a.contact.agent': 'e-mail ou téléphone de la personne qui signale',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Leur rappeler le signalement',
      what: 'Les 48 heures sont passées. Une courte lettre le dit, avec le numéro et le jour de la première.',
    },
    ofcom: {
      title: 'Prévenir l’Ofcom, le régulateur britannique',
      what: 'L’Ofcom veille au respect de cette loi. Il ne règle pas les cas individuels, mais il regarde comment un service les traite.',
    },
  },
  letter: {
    subject: 'Signalement d’un contenu intime, Online Safety Act 2023 (référence {reference})',
    title: 'Signalement d’un contenu intime (« intimate image content »)',
    law: 'Online Safety Act 2023 (Royaume-Uni), articles 10(3A) et 20A, ou l’obligation parallèle des moteurs de recherche',
    present:
      'Je déclare que le contenu indiqué ci-dessus est présent sur votre service et qu’il s’agit d’« intimate image content » (article 66B du Sexual Offences Act 2003).',
    'present.minor':
      'Je déclare que le contenu indiqué ci-dessus est présent sur votre service et qu’il s’agit d’« intimate image content ». La personne montrée avait moins de 18 ans lorsqu’il a été réalisé : c’est du matériel relatif à des abus sexuels commis sur des enfants.',
    standing: 'Je suis la personne montrée. Je n’ai pas consenti au partage de ce contenu.',
    'standing.minor':
      'Je suis la personne montrée, ou j’agis pour elle. Il n’y a pas eu de consentement au partage de ce contenu.',
    'standing.parent':
      'J’agis pour la personne montrée, en qualité de parent, de tutrice ou de tuteur. Il n’y a pas eu de consentement au partage de ce contenu.',
    'standing.agent':
      'J’agis pour la personne montrée, avec son autorisation. Il n’y a pas eu de consentement au partage de ce contenu.',
    remove: 'Je vous demande de le retirer dans les 48 heures suivant ce signalement.',
    same: 'Je vous demande aussi de retirer tout contenu identique ou en substance identique.',
    receipt: 'Veuillez accuser réception. Si vous n’agissez pas, veuillez m’en donner les motifs.',
    goodFaith: 'Ce signalement est fait de bonne foi et il est exact à ma connaissance.',
    contact: 'Contact : {answer}',
    'reminder.subject': 'Second signalement d’un contenu intime (référence {reference})',
    'reminder.title': '48 heures après mon signalement',
    'reminder.law': 'Online Safety Act 2023 (Royaume-Uni), articles 10(3A) et 20A',
    'reminder.late': 'Plus de 48 heures se sont écoulées depuis mon signalement. Le contenu est toujours visible.',
    'reminder.ask':
      'Je vous demande de le retirer sans attendre, avec tout contenu identique ou en substance identique.',
    'ofcom.subject': 'Un service n’a pas donné suite au signalement d’un contenu intime (référence {reference})',
    'ofcom.title': 'Un service n’a pas donné suite à un signalement',
    'ofcom.law': 'Online Safety Act 2023 (Royaume-Uni)',
    'ofcom.what':
      'J’ai signalé à un service un contenu intime (« intimate image content »). Il n’y a pas eu de consentement à son partage.',
    'ofcom.ask':
      'Le service ne l’a pas retiré dans les 48 heures. Je vous demande d’examiner comment il traite de tels signalements.',
  },
} satisfies Same<typeof En>
